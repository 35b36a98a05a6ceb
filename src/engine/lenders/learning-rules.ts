/** How lenders learn. */
export interface LearningRules {
  /** What is left of the information a quarter later. */
  readonly decay: number;
  /** Pull towards the prior, already scaled with the number of borrowers. */
  readonly ridge: number;
  /** Pull of a lender's card towards the market's, in ridges. */
  readonly pool: number;
  /** Most that a coefficient moves in a quarter. */
  readonly stepLimit: number;
  readonly priorIntercept: number;
}

/** The ridge and the first times of default are per so many borrowers: results do not depend on how many are simulated. */
export const referenceBorrowers = 20_000;
