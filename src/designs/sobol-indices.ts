import { sampleQuantile } from '../math/sample-quantile.ts';
import { mean } from '../math/statistics.ts';
import { stream } from '../random/stream.ts';
import { sobolSequence } from './sobol-sequence.ts';

/**
 * The points of one base point of Saltelli's design: A, B, then A with one coordinate after the other taken from B.
 *
 * Base points follow one another in a scrambled Sobol sequence of twice the dimensions, so that a design that is cut
 * short is balanced and a longer one begins with it; a power of two is best.
 *
 * Saltelli et al. (2010), "Variance based sensitivity analysis of model output. Design and estimator for the total
 * sensitivity index", Computer Physics Communications 181, 259–270.
 *
 * @param factors 1 … half of what a Sobol sequence can have
 * @returns the block of a base point, by its index from 0. Shape (factors + 2), each a point of shape (factors).
 */
export function saltelliDesign(factors: number, seed: string): (base: number) => Float64Array[] {
  const sequence = sobolSequence(2 * factors, seed);
  return (base) => {
    const both = sequence(base);
    const a = both.slice(0, factors);
    const b = both.slice(factors);
    const mixed = Array.from(a, (_, i) => a.map((x, j) => (j === i ? b[j] : x)));
    return [a, b, ...mixed];
  };
}

/** An output over a design: one array a replicate, each of shape (base points × (factors + 2)). */
export type DesignOutput = readonly Float64Array[];

/** A share of the variance, with the ends of its 95% interval (bootstrap over base points). */
interface Share {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Shares of variance by factor. Each of shape (factors). */
export interface SobolIndices {
  /** What goes if this factor alone is held. */
  readonly first: readonly Share[];
  /** What stays if all others are held. */
  readonly total: readonly Share[];
  /** Base points that were used: those of which every value of every output is defined. */
  readonly used: number;
}

/**
 * Sobol's first-order and total indices.
 *
 * First order: mean of f_B (f_ABᵢ − f_A) (Saltelli et al. 2010), with f taken about its mean. Total: half the mean of
 * (f_A − f_ABᵢ)² (Jansen 1999). Both over the variance at A and B. They are computed in each replicate, where luck is the
 * same at all points, and averaged; a replicate without variance is left out. Estimates may lie a little outside 0..1.
 *
 * Several outputs (such as "A is first", "B is first") give the indices of them as a whole: variances and parts are added
 * before they are divided, which weights each output's indices by its variance (Gamboa et al. 2014, "Sensitivity
 * analysis for multidimensional and functional outputs", Electronic Journal of Statistics 8, 575–603).
 *
 * @param outputs at least one, all with the same replicates; NaN where a point counts for nothing
 * @param seed of the bootstrap: equal seeds draw equal base points
 * @param resamples of the bootstrap, 1,000 unless given
 * @returns NaN where nothing varies
 */
export function sobolIndices(
  outputs: readonly DesignOutput[],
  factors: number,
  seed: string,
  resamples = 1000,
): SobolIndices {
  const defined = definedBasePoints(outputs, factors + 2);
  const at = shares(outputs, factors, defined);
  const draws = stream(`${seed}/bootstrap`);
  const drawn = Int32Array.from(defined);
  const bootstrap = Array.from({ length: resamples }, () => {
    for (let j = 0; j < drawn.length; j++) drawn[j] = defined[draws.below(drawn.length)];
    return shares(outputs, factors, drawn);
  });
  const interval = (order: 0 | 1, i: number): Share => {
    const values = bootstrap.map((one) => one[order][i]).filter((value) => !Number.isNaN(value));
    const sorted = Float64Array.from(values).sort();
    const [low, high] = [sampleQuantile(sorted, 0.025), sampleQuantile(sorted, 0.975)];
    return { value: at[order][i], low, high };
  };
  const all = (order: 0 | 1) => Array.from({ length: factors }, (_, i) => interval(order, i));
  return { first: all(0), total: all(1), used: defined.length };
}

function definedBasePoints(outputs: readonly DesignOutput[], block: number): Int32Array {
  const count = Math.floor((outputs[0]?.[0]?.length ?? 0) / block);
  const all = Int32Array.from({ length: count }, (_, j) => j);
  return all.filter((j) =>
    outputs.every((output) =>
      output.every((f) => !f.subarray(j * block, (j + 1) * block).some(Number.isNaN)),
    ),
  );
}

/** First-order and total shares over these base points. Shape (2 × factors). */
function shares(
  outputs: readonly DesignOutput[],
  factors: number,
  base: Int32Array,
): [Float64Array, Float64Array] {
  const first = new Float64Array(factors);
  const total = new Float64Array(factors);
  const replicates = outputs[0]?.length ?? 0;
  let counted = 0;
  for (let r = 0; r < replicates; r++) {
    const parts = new Float64Array(2 * factors);
    const variance = outputs.reduce(
      (v, output) => v + addParts(output[r], factors, base, parts),
      0,
    );
    if (!(variance > 0)) continue;
    counted += 1;
    for (let i = 0; i < factors; i++) {
      first[i] += parts[i] / variance;
      total[i] += parts[factors + i] / variance;
    }
  }
  return [first.map((value) => value / counted), total.map((value) => value / counted)];
}

/** Adds the parts of one output in one replicate; returns its variance. */
function addParts(f: Float64Array, factors: number, base: Int32Array, parts: Float64Array): number {
  const block = factors + 2;
  let sum = 0;
  for (const j of base) sum += f[j * block] + f[j * block + 1];
  const centre = sum / (2 * base.length);
  let squares = 0;
  for (const j of base) {
    const a = f[j * block] - centre;
    const b = f[j * block + 1] - centre;
    squares += a * a + b * b;
    for (let i = 0; i < factors; i++) {
      const change = f[j * block + 2 + i] - centre - a;
      parts[i] += (b * change) / base.length;
      parts[factors + i] += (change * change) / (2 * base.length);
    }
  }
  return squares / (2 * base.length);
}

/**
 * Luck's share of an output's variance: the indices of a factor "replicate" that takes each of its values at each point.
 *
 * Variance components of a two-way layout, points by replicates, without repetition (Searle, Casella & McCulloch 1992,
 * Variance Components, ch. 4), at the points A and B. First: what replicates move at all points alike; total: with what
 * they move at each point otherwise. Estimates may be a little below 0.
 *
 * @returns NaN with fewer than two replicates, or where nothing varies
 */
export function luckShares(
  output: DesignOutput,
  factors: number,
): Record<'first' | 'total', number> {
  const block = factors + 2;
  const points = [...definedBasePoints([output], block)].flatMap((j) => [j * block, j * block + 1]);
  const n = points.length;
  const replicates = output.length;
  const byReplicate = output.map((f) => mean(points.map((p) => f[p])));
  const byPoint = points.map((p) => mean(output.map((f) => f[p])));
  const grand = mean(byPoint);
  const square = (x: number) => x * x;
  let [ofReplicates, ofPoints, rest] = [0, 0, 0];
  byReplicate.forEach((m) => (ofReplicates += (n * square(m - grand)) / (replicates - 1)));
  byPoint.forEach((m) => (ofPoints += (replicates * square(m - grand)) / (n - 1)));
  output.forEach((f, r) =>
    points.forEach((p, k) => {
      rest += square(f[p] - byReplicate[r] - byPoint[k] + grand) / ((replicates - 1) * (n - 1));
    }),
  );
  const alike = (ofReplicates - rest) / n;
  const variance = alike + (ofPoints - rest) / replicates + rest;
  if (!(replicates > 1 && variance > 0)) return { first: NaN, total: NaN };
  return { first: alike / variance, total: (alike + rest) / variance };
}
