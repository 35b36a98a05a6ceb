import {
  distanceOutside,
  foresightOf,
  logChanceInside,
  pointOf,
  proposalShape,
  walk,
  type Calibration,
  type Evaluation,
  type Judged,
  type SearchFound,
  type Target,
  type VectorCandidate,
} from '../../calibration/index.ts';

/** Where a chain begins. */
interface Start {
  readonly start: string;
  readonly point: Float64Array;
}

/** In scales: who is expected farther outside a band than this, once a small market was run, is not run in large ones. */
const hopeless = 0.25;

/**
 * Chains through the vectors that can be expected to fit, by what markets have shown so far: the search's small ones, small
 * ones that looked at draws since, and large ones.
 */
export function createChains(
  calibration: Calibration,
  { evaluations, identification }: SearchFound,
  starts: readonly Start[],
) {
  const { free, targets } = calibration;
  const covariance = proposalShape(identification.directions);
  const known: Judged[] = [];
  const screened: Evaluation[] = [];
  let stated: readonly number[] = [];
  let expect = foresightOf(calibration, evaluations);
  return {
    /** Targets that may be missed: none until some are allowed to be. Indices. */
    stated: (): readonly number[] => stated,
    allow(missed: readonly number[]): void {
      stated = missed;
    },
    /** Learns from large markets. */
    learn(judged: readonly Judged[]): void {
      known.push(...judged);
    },
    /** Draws of each chain, and what was expected when they were drawn. */
    walk(name: string, length: { readonly warmUp: number; readonly steps: number }) {
      const { valuesAt, errors } = expect(known);
      const densityAt = (point: Float64Array) =>
        logChanceInside(targets, valuesAt(point), errors, stated);
      const seed = `${calibration.seed}/${name}`;
      const chains = walk({ starts, covariance, seed, densityAt, ...length });
      return { valuesAt, draws: chains.map((chain) => chain.draws) };
    },
    /** Those of the drawn that are worth large markets, by what small ones gave, which is learned from first. */
    worthwhile(drawn: readonly VectorCandidate[], small: readonly Evaluation[]): VectorCandidate[] {
      screened.push(...small);
      expect = foresightOf(calibration, evaluations, screened);
      const { valuesFrom } = expect(known);
      return drawn.filter(({ values }, k) =>
        mayFit(targets, valuesFrom(pointOf(free, values), small[k].moments), stated),
      );
    },
  };
}

/** Whether a vector of which this is expected is worth large markets. */
function mayFit(
  targets: readonly Target[],
  expected: readonly number[],
  stated: readonly number[],
): boolean {
  return targets.every(
    (target, i) => stated.includes(i) || distanceOutside(target, expected[i]) <= hopeless,
  );
}
