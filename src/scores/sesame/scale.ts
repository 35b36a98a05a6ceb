import { UserError } from '../../errors.ts';
import { arcsine } from '../../math/arcsine.ts';
import { behaviours, dimensions, type Behaviour } from './behaviours.ts';
import { meanGrade, meanProductOfGrades } from './grades.ts';
import type { SesameValues } from './parameters.ts';

/** How far each trait follows the population's common factor (the economy's `traits`). */
export interface TraitLoadings {
  readonly character: number;
  readonly capacity: number;
  readonly capital: number;
}

/** The defaults of the economy. */
export const defaultLoadings: TraitLoadings = { character: 0.45, capacity: 0.55, capital: 0.5 };

/** How strain shows on a platform. */
export interface StrainSigns {
  /** Standard deviations by which spending (payment, shopping) falls under strain. */
  readonly footprint: number;
  /** Share of borrowers under strain, 0..1. */
  readonly share: number;
}

/**
 * How a score is made of its behaviours:
 * points = centre + Σ_b slope_b · (Φ(behaviour b) − mean_b), then the loan record, then the range.
 */
export interface SesameScale {
  /** Correlation of behaviour b with its trait, 0..1. Shape (9). */
  readonly authenticity: readonly number[];
  /** Share of behaviour b in the score: its dimension's weight ÷ behaviours in the dimension. Shape (9). */
  readonly weight: readonly number[];
  /** Points between the lowest and the highest percentile of behaviour b. Shape (9). */
  readonly slope: readonly number[];
  /** Mean of Φ(behaviour b) over the population: ½ where strain does not show. Shape (9). */
  readonly mean: readonly number[];
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
  strain?: StrainSigns,
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
  const correlations = behaviours.map((x, i) =>
    behaviours.map((y, j) =>
      i === j ? 1 : authenticity[i] * authenticity[j] * traitCorrelation(x, y, loadings),
    ),
  );
  const shows = strain && strain.footprint > 0 && strain.share > 0 && strain.share < 1;
  const { mean, variance } = shows
    ? momentsUnderStrain(weight, authenticity, correlations, strain)
    : momentsAtEase(weight, correlations);
  const deviation = Math.sqrt(variance);
  return {
    authenticity,
    weight,
    slope: weight.map((one) => (values.deviation / deviation) * one),
    mean,
    deviation,
  };
}

/** Moments of Σ_b weight_b · Φ(behaviour b) and of its addends. */
interface GradeMoments {
  readonly mean: readonly number[];
  readonly variance: number;
}

/** All behaviours standard normal. */
function momentsAtEase(
  weight: readonly number[],
  correlations: readonly (readonly number[])[],
): GradeMoments {
  let variance = 0;
  correlations.forEach((row, i) => {
    row.forEach((r, j) => {
      variance += (weight[i] * weight[j] * arcsine(r / 2)) / (2 * Math.PI);
    });
  });
  return { mean: weight.map(() => 0.5), variance };
}

/**
 * A mixture over strain χ: given χ all behaviours are normal, and those that strain shows in are shifted. What they show is
 * (τ − s·(χ − π))/c, c² = 1 + s²π(1 − π), so that its variance over the population stays 1.
 */
function momentsUnderStrain(
  weight: readonly number[],
  authenticity: readonly number[],
  correlations: readonly (readonly number[])[],
  { footprint, share }: StrainSigns,
): GradeMoments {
  const c = Math.sqrt(1 + footprint * footprint * share * (1 - share));
  const narrowed = behaviours.map(({ strained }) => (strained ? 1 / c : 1));
  const variances = authenticity.map(
    (rho, b) => 1 - rho * rho + rho * rho * narrowed[b] * narrowed[b],
  );
  const mean = weight.map(() => 0);
  let square = 0;
  for (const [chance, shift] of [
    [share, 1 - share],
    [1 - share, -share],
  ]) {
    const means = behaviours.map(({ strained }, b) =>
      strained ? (-authenticity[b] * footprint * shift) / c : 0,
    );
    weight.forEach((w, i) => {
      mean[i] += chance * meanGrade(means[i], variances[i]);
      weight.forEach((other, j) => {
        const covariance = i === j ? variances[i] : correlations[i][j] * narrowed[i] * narrowed[j];
        square +=
          chance *
          w *
          other *
          meanProductOfGrades({
            meanX: means[i],
            meanY: means[j],
            varianceX: variances[i],
            varianceY: variances[j],
            covariance,
          });
      });
    });
  }
  const sum = mean.reduce((total, one, b) => total + weight[b] * one, 0);
  return { mean, variance: square - sum * sum };
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
