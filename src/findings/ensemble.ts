import type { Passport } from '../measures/index.ts';
import { byCode, groupBy, paired, type Samples } from '../replicates/index.ts';

/** Measures of the actual world in which institutions are held against each other over an ensemble. */
const ensembleMeasures = [
  ...['welfare', 'borrower-surplus', 'approval-rate', 'thin-file-approval', 'default-rate'],
  ...['will-not-pay-rate', 'cannot-pay-rate', 'apr', 'effort', 'stake', 'auc-applicants'],
  ...['lender-calibration-gap', 'owing-several', 'debt-service', 'institution-cost'],
] as const;

/** How the first of two institutions stands at one vector; alike: the 95% interval of the paired difference holds zero. */
type Mark = 'ahead' | 'behind' | 'alike';

/** How all pairs of institutions stand at one vector: a mark a pair, in the order of `pairsOf`, by measure. */
export type PointStandings = Readonly<Record<string, readonly Mark[]>>;

/** Vectors of an ensemble by how a pair of institutions stands in them. */
type Standings = Readonly<Record<Mark, number>>;

/** A pair of institutions over an ensemble. Shares of the vectors found, never a probability. */
export interface PairStandings extends Standings {
  readonly first: string;
  readonly second: string;
  /** In the order in which starts appear; empty where no start is told. */
  readonly byStart: readonly (Standings & { readonly start: string })[];
}

/** All pairs in one measure. */
export interface MeasureStandings {
  readonly measure: string;
  readonly pairs: readonly PairStandings[];
}

/** A vector with what it showed. */
export interface EnsemblePoint {
  /** Where the vector comes from, such as the descent that found it; empty where that is not told. */
  readonly start?: string;
  readonly standings?: PointStandings;
}

/** Seeds below which an interval says too little of a vector. */
export const fewestSeeds = 4;

/** Every pair once, the first before the second by code: the same in whatever order a scenario names them. */
function pairsOf(institutions: readonly string[]): (readonly [string, string])[] {
  const sorted = institutions.toSorted(byCode);
  return sorted.flatMap((first, i) =>
    sorted.slice(i + 1).map((second) => [first, second] as const),
  );
}

/**
 * How two institutions stand at one vector, by the paired 95% interval over its seeds. What is not defined in four seeds
 * under both cannot be told apart.
 *
 * @param better which way is ahead; of a measure that is neither good nor bad, the higher value
 */
export function markOf(
  first: readonly number[],
  second: readonly number[],
  better: Passport['better'],
): Mark {
  const { n, low, high } = paired(first, second);
  if (n < fewestSeeds) return 'alike';
  if (low > 0) return better === 'lower' ? 'behind' : 'ahead';
  if (high < 0) return better === 'lower' ? 'ahead' : 'behind';
  return 'alike';
}

/**
 * How all pairs stand at one vector.
 *
 * @param samples of the vector
 * @returns undefined with fewer than four seeds
 */
export function standingsAt(
  samples: Samples,
  institutions: readonly string[],
): PointStandings | undefined {
  if (samples.replicates.length < fewestSeeds) return undefined;
  const marks = ensembleMeasures.map((measure) => {
    const { better } = samples.passportOf(measure);
    const values = (id: string) => samples.values(id, 'actual', measure);
    const pairs = pairsOf(institutions);
    return [measure, pairs.map(([a, b]) => markOf(values(a), values(b), better))] as const;
  });
  return Object.fromEntries(marks);
}

/** In how many vectors of an ensemble each institution is ahead of another, behind it, or cannot be told apart from it. */
export function standingsOver(
  points: readonly EnsemblePoint[],
  institutions: readonly string[],
): MeasureStandings[] {
  const pairs = pairsOf(institutions);
  return ensembleMeasures.map((measure) => ({
    measure,
    pairs: pairs.map(([first, second], k): PairStandings => {
      const marked = points.flatMap(({ start = '', standings }) =>
        standings ? [{ start, mark: standings[measure][k] }] : [],
      );
      const count = (mark: Mark, of: typeof marked) => of.filter((one) => one.mark === mark).length;
      const counts = (of: typeof marked): Standings => ({
        ...{ ahead: count('ahead', of), behind: count('behind', of), alike: count('alike', of) },
      });
      const starts = groupBy(
        marked.filter(({ start }) => start !== ''),
        ({ start }) => start,
      );
      const byStart = starts.map((of) => ({ start: of[0].start, ...counts(of) }));
      return { first, second, ...counts(marked), byStart };
    }),
  }));
}

/** A pair as one looks at it: turned round where the file has it the other way. */
export function pairIn(
  measures: readonly MeasureStandings[],
  measure: string,
  first: string,
  second: string,
): PairStandings | undefined {
  const pairs = measures.find((one) => one.measure === measure)?.pairs ?? [];
  const straight = pairs.find((one) => one.first === first && one.second === second);
  if (straight) return straight;
  const turned = pairs.find((one) => one.first === second && one.second === first);
  return turned && turnedRound(turned);
}

function turnedRound(pair: PairStandings): PairStandings {
  const turn = <T extends Standings>(one: T): T => ({
    ...one,
    ...{ ahead: one.behind, behind: one.ahead },
  });
  return {
    ...turn(pair),
    ...{ first: pair.second, second: pair.first, byStart: pair.byStart.map(turn) },
  };
}
