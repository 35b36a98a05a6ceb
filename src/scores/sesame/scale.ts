import { UserError } from '../../errors.ts';
import { arcsine } from '../../math/arcsine.ts';
import { behaviours, dimensions, type Behaviour } from './behaviours.ts';
import type { SesameValues } from './parameters.ts';

/** How far each trait follows the population's common factor (the economy's `traits`). */
export interface TraitLoadings {
  readonly character: number;
  readonly capacity: number;
  readonly capital: number;
}

/** The defaults of the economy. */
export const defaultLoadings: TraitLoadings = { character: 0.45, capacity: 0.55, capital: 0.5 };

/**
 * How a score is made of its behaviours:
 * points = centre + Σ_b slope_b · (Φ(behaviour b) − ½), then the loan record, then the range.
 */
export interface SesameScale {
  /** Correlation of behaviour b with its trait, 0..1. Shape (9). */
  readonly authenticity: readonly number[];
  /** Share of behaviour b in the score: its dimension's weight ÷ behaviours in the dimension. Shape (9). */
  readonly weight: readonly number[];
  /** Points between the lowest and the highest percentile of behaviour b. Shape (9). */
  readonly slope: readonly number[];
  /** Standard deviation over the population of Σ_b weight_b · Φ(behaviour b). */
  readonly deviation: number;
}

/**
 * The scale of these values, from the population's moments in closed form and never from a sample, so
 * that no borrower's score depends on another's and the scale stays where it is from quarter to quarter.
 *
 * Φ of a standard normal is uniform with mean ½. For two normals of correlation r,
 * Cov(Φ(X), Φ(Y)) = arcsin(r/2) / 2π (Pearson 1907, on grades and ranks); r = 1 gives the variance 1/12.
 *
 * @throws UserError if all weights are 0 or the range is empty.
 */
export function sesameScale(
  values: SesameValues,
  loadings: TraitLoadings = defaultLoadings,
): SesameScale {
  const weightOf = dimensionWeights(values);
  const total = dimensions.reduce((sum, dimension) => sum + weightOf[dimension], 0);
  if (!(total > 0)) throw new UserError('the weights of all five dimensions are 0: raise one');
  if (!(values.floor < values.ceiling)) {
    throw new UserError(`floor ${values.floor} must lie below ceiling ${values.ceiling}`);
  }
  const size = (behaviour: Behaviour) =>
    behaviours.filter((other) => other.dimension === behaviour.dimension).length;
  const weight = behaviours.map((one) => weightOf[one.dimension] / total / size(one));
  const authenticity = marketShares(values).map((share) => values.authenticity * Math.sqrt(share));
  let variance = 0;
  behaviours.forEach((x, i) => {
    behaviours.forEach((y, j) => {
      const r = i === j ? 1 : authenticity[i] * authenticity[j] * traitCorrelation(x, y, loadings);
      variance += (weight[i] * weight[j] * arcsine(r / 2)) / (2 * Math.PI);
    });
  });
  const deviation = Math.sqrt(variance);
  return {
    authenticity,
    weight,
    slope: weight.map((one) => (values.deviation / deviation) * one),
    deviation,
  };
}

/** The five weights as given, by dimension. */
export function dimensionWeights(values: SesameValues) {
  return {
    contacts: values.weightContacts,
    identity: values.weightIdentity,
    capacity: values.weightCapacity,
    behaviour: values.weightBehaviour,
    history: values.weightHistory,
  };
}

/** The nine market shares, in the order of `behaviours`. */
function marketShares(values: SesameValues): number[] {
  return [
    values.shareSocialContacts,
    values.shareMicroblog,
    values.shareIdentity,
    values.shareSearch,
    values.shareInternetFinance,
    values.shareCreditRepayment,
    values.sharePayment,
    values.shareShopping,
    values.shareCreditLoan,
  ];
}

/** Correlation of what two behaviours show: each the standardised mean of its traits. */
function traitCorrelation(x: Behaviour, y: Behaviour, loadings: TraitLoadings): number {
  const covariance = (a: Behaviour, b: Behaviour) => {
    let sum = 0;
    for (const s of a.traits) {
      for (const t of b.traits) sum += s === t ? 1 : loadings[s] * loadings[t];
    }
    return sum;
  };
  return covariance(x, y) / Math.sqrt(covariance(x, x) * covariance(y, y));
}
