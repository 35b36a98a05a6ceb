import { pageSize } from '../../random/draws.ts';
import type { Readers } from './readers.ts';
import { maxRows } from './shape.ts';

const person = () => new Float64Array(pageSize);
const row = () => new Float64Array(maxRows);

/**
 * What lenders, institutions and files never see. By person (index in the page), for the quarter: twins have their
 * original's.
 */
export const hiddenWriter = {
  /** a, capacity this quarter. */
  capacity: person(),
  /** y, income a quarter, in mean loans. */
  income: person(),
  /** `debt`/y: log-odds of liquidity trouble per unit of service. */
  debtWeight: person(),
  /** S̄, own mean loan. */
  meanSize: person(),
  /** ζ, index of both hazards, at this quarter's Z; and with Z = 0. */
  zeta: person(),
  calmZeta: person(),
  /** f, own failure before effort. */
  ownFailure: person(),
  /** e^−(liquidity + ζ): odds of liquidity trouble without debt and strain. */
  liquidityOdds: person(),
  /** χ: 1 under strain. */
  strain: new Uint8Array(pageSize),
  /** Chance of need this quarter; ν̄, its mean over strain. */
  need: person(),
  meanNeed: person(),
  /** κS̄, stigma of a default event; σ_e = willingness·S̄; o per unit lent. (ℓ lies with what is visible.) */
  stigmaCost: person(),
  noise: person(),
  outside: person(),
  /** Home lender; 1 if aware that lenders share. */
  home: new Uint8Array(pageSize),
  aware: new Uint8Array(pageSize),
  /** 1 if ζ at Z = 0 is above the population's median; third of risk by it: 0 safest … 2 riskiest. */
  safe: new Uint8Array(pageSize),
  third: new Uint8Array(pageSize),

  // by row
  /** R, use value per unit lent over the life of the loan. */
  use: row(),
};

/** What a default with the lender taken would cost, by row. */
export const stakesWriter = {
  /** V_o and V_s (perks included) of the loan offered; L¹ … of it unscaled by θ: raw_o = V_o/θ, raw_s = (V_s − perks)/θ. */
  ownStake: row(),
  sharedStake: row(),
  rawOwn: row(),
  rawShared: row(),
};

export const hidden: Readers<typeof hiddenWriter & typeof stakesWriter> = {
  ...hiddenWriter,
  ...stakesWriter,
};
