import { log } from '../math/exp.ts';

/** What CMA-ES fixes beforehand: weights of ranks and rates of learning. Names as in Hansen (2016). */
export interface CmaEsRates {
  /** Of the best half of a generation, from the best on; they add up to 1. Shape (⌊λ/2⌋). */
  readonly weights: Float64Array;
  /** Effective number of points in a weighted mean. */
  readonly muEff: number;
  readonly cSigma: number;
  readonly dSigma: number;
  readonly cC: number;
  readonly c1: number;
  readonly cMu: number;
  /** Expected length of a standard normal vector. */
  readonly chi: number;
}

/** Points a generation unless told otherwise: 4 + ⌊3 ln n⌋. */
export function defaultPopulation(dimensions: number): number {
  return 4 + Math.floor(3 * log(dimensions));
}

/**
 * The default weights and rates of Hansen (2016), arXiv:1604.00772, Table 1, with the positive weights only.
 *
 * @param n dimensions, at least 1
 * @param lambda points a generation, at least 4
 */
export function cmaEsRates(n: number, lambda: number): CmaEsRates {
  const raw = Float64Array.from(
    { length: Math.floor(lambda / 2) },
    (_, i) => log((lambda + 1) / 2) - log(i + 1),
  );
  const total = raw.reduce((a, b) => a + b);
  const weights = raw.map((w) => w / total);
  const muEff = 1 / weights.reduce((s, w) => s + w * w, 0);
  const cSigma = (muEff + 2) / (n + muEff + 5);
  const c1 = 2 / ((n + 1.3) * (n + 1.3) + muEff);
  const cMu = (2 * (0.25 + muEff + 1 / muEff - 2)) / ((n + 2) * (n + 2) + muEff);
  return {
    weights,
    muEff,
    cSigma,
    dSigma: 1 + 2 * Math.max(0, Math.sqrt((muEff - 1) / (n + 1)) - 1) + cSigma,
    cC: (4 + muEff / n) / (n + 4 + (2 * muEff) / n),
    c1,
    cMu: Math.min(1 - c1, cMu),
    chi: Math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n)),
  };
}
