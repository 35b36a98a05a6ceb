/**
 * What each draw is for. A draw is a function of (seed, borrower, quarter, purpose) alone, so a new
 * purpose at the end of this list changes no other draw. Never reorder, reuse or remove a number.
 *
 * Purposes of a list (one per lender, one per behaviour) take the numbers from theirs up to + 63.
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
  patience: 8,
  awareness: 9,
  gaming: 10,
  // anew each quarter
  demand: 16,
  capacityDrift: 17,
  incomeNoise: 18,
  search: 19,
  taste: 20,
  failure: 21,
  willingness: 22,
  loanSize: 23,
  recordError: 24,
  standardsGap: 25,
  // experiments
  experimentQuarter: 32,
  offerArm: 33,
  contractArm: 34,
  incentiveArm: 35,
  priceArm: 36,
  sample: 37,
  // the economy as a whole (page 0)
  macro: 48,
  // one per lender or behaviour
  quoteNoise: 64,
  exploration: 128,
  behaviour: 192,
  // economy 2, fixed over a borrower's life (quarter 0); the numbers are those of docs/model.md, section 11
  strainStart: 11,
  need: 12,
  // economy 2, anew each quarter
  needNow: 16,
  take: 20,
  refusal: 22,
  size: 23,
  strainStep: 26,
  moving: 27,
  newHome: 28,
  explore: 29,
  exploreWhich: 30,
  potentialOutcome: 31,
  flip: 38,
  twin: 40,
  twinCopy: 41,
  // economy 2, lists: one per place in the order of asking, per lender, per imagined application (and place: 64 · draw + place)
  askedPlace: 256,
  gumbel: 320,
  recordErrorOf: 384,
  standardsGapOf: 448,
  freshSignal: 512,
  freshSize: 576,
  freshAsked: 1024,
} as const;
