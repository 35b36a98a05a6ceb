import { featureCount } from './features.ts';
import { referenceBorrowers, type LearningRules } from './learning-rules.ts';
import { informationCount, lenderSums } from './learning-sums.ts';
import { solvePositive } from './solve.ts';

/** What all lenders have learned. */
export interface Cards {
  /** Coefficients of each lender, then the market's β⁰. Shape ((lenders + 1) × features). */
  readonly coefficients: Float64Array;
  /** Decayed information of each lender, the upper triangle of H. Shape (lenders × informationCount). */
  readonly information: Float64Array;
  /** Decayed defaults at each instalment, of all lenders. Shape (term). */
  readonly times: Float64Array;
}

/** Smoothing of the times of default. */
const firstTimes = 20;
const timesDecay = 0.95;

/** Cards at their prior. Nobody has learned anything. */
export function createCards(
  rules: LearningRules,
  lenders: number,
  term: number,
  borrowers: number,
): Cards {
  const coefficients = new Float64Array((lenders + 1) * featureCount);
  for (let j = 0; j <= lenders; j++) coefficients[j * featureCount] = rules.priorIntercept;
  return {
    coefficients,
    information: new Float64Array(lenders * informationCount),
    times: new Float64Array(term).fill((firstTimes * borrowers) / referenceBorrowers),
  };
}

const matrix = new Float64Array(featureCount * featureCount);
const step = new Float64Array(featureCount);

/**
 * The vintage that has come of age teaches, all its loans at once: one Newton step for the market's card, then one for
 * each lender's, which is pulled towards the market's new one (partial pooling, as consultants and generic scorecards do:
 * coefficients are public knowledge, files are not). A vintage without a loan changes nothing.
 *
 * @param sums over all leaves, shape `teachingCount(lenders, term)`
 */
export function teach(rules: LearningRules, cards: Cards, sums: Float64Array): void {
  const { coefficients, information, times } = cards;
  const lenders = information.length / informationCount;
  const term = times.length;
  const market = lenders * lenderSums;
  const timesAt = market + featureCount;
  if (sums[timesAt + term] === 0) return;
  for (let x = 0; x < term; x++) times[x] = timesDecay * times[x] + sums[timesAt + x];
  decayInformation(rules.decay, information, sums, lenders);
  stepMarket(rules, coefficients, information, sums, lenders);
  for (let j = 0; j < lenders; j++) stepLender(rules, coefficients, information, sums, lenders, j);
}

/** H_j ← decay·H_j + the vintage's. */
function decayInformation(
  decay: number,
  information: Float64Array,
  sums: Float64Array,
  lenders: number,
): void {
  for (let j = 0; j < lenders; j++) {
    const from = j * lenderSums + featureCount;
    const at = j * informationCount;
    for (let c = 0; c < informationCount; c++) {
      information[at + c] = decay * information[at + c] + sums[from + c];
    }
  }
}

/** β⁰ moves by the gradient of all loans less the pull to the prior, over the information of all lenders. */
function stepMarket(
  rules: LearningRules,
  coefficients: Float64Array,
  information: Float64Array,
  sums: Float64Array,
  lenders: number,
): void {
  const { ridge, priorIntercept, stepLimit } = rules;
  const at = lenders * featureCount;
  const gradient = lenders * lenderSums;
  matrix.fill(0);
  for (let j = 0; j < lenders; j++) addInformation(information, j);
  addDiagonal(ridge);
  for (let f = 0; f < featureCount; f++) {
    const prior = f === 0 ? priorIntercept : 0;
    step[f] = sums[gradient + f] - ridge * (coefficients[at + f] - prior);
  }
  move(coefficients, at, stepLimit);
}

/** β_j moves by the gradient of its own loans less the pull to the market's card. */
function stepLender(
  rules: LearningRules,
  coefficients: Float64Array,
  information: Float64Array,
  sums: Float64Array,
  lenders: number,
  j: number,
): void {
  const pull = rules.pool * rules.ridge;
  const at = j * featureCount;
  const market = lenders * featureCount;
  matrix.fill(0);
  addInformation(information, j);
  addDiagonal(pull);
  for (let f = 0; f < featureCount; f++) {
    const apart = coefficients[at + f] - coefficients[market + f];
    step[f] = sums[j * lenderSums + f] - pull * apart;
  }
  move(coefficients, at, rules.stepLimit);
}

/** Adds lender j's information to the upper triangle of `matrix`. */
function addInformation(information: Float64Array, j: number): void {
  let cell = j * informationCount;
  for (let a = 0; a < featureCount; a++) {
    for (let b = a; b < featureCount; b++, cell++)
      matrix[a * featureCount + b] += information[cell];
  }
}

function addDiagonal(ridge: number): void {
  for (let f = 0; f < featureCount; f++) matrix[f * featureCount + f] += ridge;
}

/** Solves for the step and takes it, clipped. */
function move(coefficients: Float64Array, at: number, stepLimit: number): void {
  solvePositive(matrix, step, featureCount);
  for (let f = 0; f < featureCount; f++) {
    coefficients[at + f] += Math.min(stepLimit, Math.max(-stepLimit, step[f]));
  }
}
