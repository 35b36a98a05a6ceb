import type { Readers } from './readers.ts';
import { maxRows, slotsPerPage } from './shape.ts';

const row = () => new Float64Array(maxRows);
const slot = () => new Float64Array(slotsPerPage);

/** What borrowers do: potential outcomes where not offered or not taken. */
export const outcomeWriter = {
  // by row: the loan applied for, at signing
  /** W_T, value of the loan, in mean loans; x = (W_T/S − o)/taste; Λ(x), chance that it is taken. */
  value: row(),
  appeal: row(),
  accepts: row(),
  /** e^−|x|, of which Λ(x) and the entropy of the choice are made. */
  indifference: row(),
  /** 1 if taken: offered (approved or explored) and u < Λ(x). */
  taken: new Uint8Array(maxRows),
  /** Life PD. */
  pd: row(),
  /** φ = S/ΣS at signing, this loan included; V̂, largest V_s among this loan and those then owed. */
  share: row(),
  largestShared: row(),

  // by slot: the quarter of who owes (others: as left over, meaningless)
  /** Open loans before the quarter's end, new ones included. */
  loans: new Uint8Array(slotsPerPage),
  /** ΣS of open loans, ΣS of those in the set that would be refused, service. */
  sizes: slot(),
  setSizes: slot(),
  service: slot(),
  /** h, e, F, Λ(z): liquidity hazard, effort, failure, chance that who is able refuses the set. */
  liquidity: slot(),
  effort: slot(),
  failure: slot(),
  refusal: slot(),
  /** σ_e·H(Λ(z)): entropy of the choice to refuse, in money. */
  tasteRefusing: slot(),
  /** Largest V_s of the set and of all loans; largest perks of the set and of all. */
  setShared: slot(),
  allShared: slot(),
  setPerks: slot(),
  allPerks: slot(),
  /** What befell: 0 nothing, 1 liquidity, 2 own failure, 3 refusal. */
  event: new Uint8Array(slotsPerPage),
};

export const outcome: Readers<typeof outcomeWriter> = outcomeWriter;

/** What befell a slot in the quarter. */
export const Event = { none: 0, liquidity: 1, ownFailure: 2, refusal: 3 } as const;
