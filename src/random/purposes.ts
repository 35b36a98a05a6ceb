/**
 * What each draw is for; the table of docs/model.md, section 11. A draw is a function of (seed, borrower, quarter, purpose)
 * alone, so a new purpose changes no other draw. Never reorder or reuse a number.
 *
 * Purposes of a list (one per lender, one per behaviour, …) take the numbers from theirs up to + 63.
 */
export const purposes = {
  // fixed over a borrower's life (quarter 0)
  commonFactor: 0,
  character: 1,
  capacity: 2,
  capital: 3,
  collateral: 4,
  conditions: 5,
  homeLender: 6,
  capitalNoise: 7,
  awareness: 9,
  gaming: 10,
  strainStart: 11,
  need: 12,
  // anew each quarter
  needNow: 16,
  capacityDrift: 17,
  incomeNoise: 18,
  take: 20,
  failure: 21,
  refusal: 22,
  size: 23,
  strainStep: 26,
  moving: 27,
  newHome: 28,
  explore: 29,
  exploreWhich: 30,
  // experiments
  potentialOutcome: 31,
  offerArm: 33,
  contractArm: 34,
  incentiveArm: 35,
  priceArm: 36,
  flip: 38,
  // twins
  twin: 40,
  twinCopy: 41,
  twinCopyBeside: 42,
  // the economy as a whole (page 0)
  macro: 48,
  // lists: one per behaviour, place in the order of asking, lender, imagined application (and place: 64 · draw + place)
  behaviour: 192,
  askedPlace: 256,
  gumbel: 320,
  recordErrorOf: 384,
  standardsGapOf: 448,
  freshSignal: 512,
  freshSize: 576,
  // of tiers beside the first: 128 · (tier − 1), one per lender
  recordErrorBeside: 640,
  standardsGapBeside: 704,
  freshAsked: 1024,
} as const;

/** Numbers of purposes that are gone, first and last of each range. Draws that were made by them stay theirs. */
export const retiredPurposes: readonly (readonly [number, number])[] = [
  [8, 8],
  [19, 19],
  [24, 25],
  [32, 32],
  [37, 37],
  [64, 191],
];

/** Numbers from one tier's errors to the next one's. */
const perTier = 128;

/** Errors of records, of the first lender, in tier 0, 1, …: the next ones are the other lenders'. */
export const recordErrorOf = (tier: number) =>
  tier === 0 ? purposes.recordErrorOf : purposes.recordErrorBeside + perTier * (tier - 1);

/** The same of the gap between standards. */
export const standardsGapOf = (tier: number) =>
  tier === 0 ? purposes.standardsGapOf : purposes.standardsGapBeside + perTier * (tier - 1);

/** Whether a tier misses a twin's default. */
export const twinCopyOf = (tier: number) =>
  tier === 0 ? purposes.twinCopy : purposes.twinCopyBeside + (tier - 1);
