import { maxRows, maxTerm } from '../columns/shape.ts';

const loan = () => new Float64Array(maxRows);
const stages = () => new Float64Array(maxTerm * maxRows);

/**
 * A list of loans whose borrowers look ahead: loans applied for (place = row), or the open loans of a vintage. All have the
 * same number of instalments left. Filled by who asks; answered by the recursion over instalments (choice.ts, or worlds/
 * where action is contracted).
 */
export const trial = {
  // asked
  slot: new Int32Array(maxRows),
  person: new Int32Array(maxRows),
  /** S, I, ρ, υ, V_o, V_s (perks included). */
  size: loan(),
  instalment: loan(),
  rate: loan(),
  use: loan(),
  ownStake: loan(),
  sharedStake: loan(),
  /** Share of the collateral's value that this lender recovers. */
  recovery: loan(),
  /** h, liquidity hazard as expected x quarters from now, at x · maxRows + place. */
  liquidity: stages(),

  // answered
  /** W and Q after the last stage, and before it. */
  value: loan(),
  useAlone: loan(),
  valueBefore: loan(),
  useBefore: loan(),
  /** Π (1 − F)w over the stages: life PD is one less it. */
  survival: loan(),
  /** At x · maxRows + place: (1 − F)w, chance that the instalment is paid; rec, what the lender gets else. If asked for. */
  pays: stages(),
  recovered: stages(),
};
