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
  // economy 2, fixed over a borrower's life (quarter 0)
  strainStart: 256,
  need: 257,
  // economy 2, anew each quarter
  strainStep: 258,
  needNow: 259,
  moving: 260,
  newHome: 261,
  explore: 262,
  exploreWhich: 263,
  take: 264,
  twin: 265,
  twinCopy: 266,
  flip: 267,
  potentialOutcome: 268,
  // economy 2, lists: one per place in the order of asking, per lender, per imagined application (and place: draw · 16 + place)
  askedPlace: 320,
  gumbel: 384,
  recordErrorOf: 448,
  standardsGapOf: 512,
  freshSignal: 576,
  freshSize: 640,
  freshAsked: 704, // up to 704 + 16 · 16 − 1
} as const;
