import type { Passport } from '../measures/index.ts';
import { groupBy, paired } from '../replicates/index.ts';

/** One value of a measure at one vector of an ensemble. */
export interface EnsembleValue {
  /** Names the vector. */
  readonly point: string;
  /** Where the vector comes from, such as the descent that found it; empty where that is not told. */
  readonly start: string;
  readonly institution: string;
  readonly replicate: number;
  readonly value: number;
}

/** Vectors of an ensemble by how a pair of institutions stands in them. */
export interface Standings {
  readonly ahead: number;
  readonly behind: number;
  /** The 95% interval of the paired difference holds zero. */
  readonly alike: number;
}

/** A pair of institutions over an ensemble. Shares of the vectors found, never a probability. */
export interface PairStandings extends Standings {
  readonly first: string;
  readonly second: string;
  /** In the order in which starts appear; empty where no start is told. */
  readonly byStart: readonly (Standings & { readonly start: string })[];
}

/** Seeds below which an interval says too little of a vector. */
const fewestSeeds = 4;

type Better = Pick<Passport, 'better'>['better'];

/**
 * How two institutions stand at one vector, by the paired 95% interval over its seeds.
 *
 * @param values of the vector, of any institutions
 * @param better which way is ahead; of a measure that is neither good nor bad, the higher value
 * @throws RangeError with fewer than four seeds in which both are defined
 */
export function standingAt(
  values: readonly EnsembleValue[],
  first: string,
  second: string,
  better: Better,
): keyof Standings {
  const of = (institution: string) =>
    new Map(
      values
        .filter((one) => one.institution === institution)
        .map((one) => [one.replicate, one.value]),
    );
  const [a, b] = [of(first), of(second)];
  const replicates = [...a.keys()].filter((replicate) => b.has(replicate));
  const { n, low, high } = paired(
    replicates.map((replicate) => a.get(replicate) ?? NaN),
    replicates.map((replicate) => b.get(replicate) ?? NaN),
  );
  if (n < fewestSeeds) {
    throw new RangeError(
      `${first} and ${second}: ${n} seeds, of which a vector needs ${fewestSeeds}`,
    );
  }
  if (low > 0) return better === 'lower' ? 'behind' : 'ahead';
  if (high < 0) return better === 'lower' ? 'ahead' : 'behind';
  return 'alike';
}

/** In how many vectors of an ensemble the first institution is ahead of the second, behind it, or cannot be told apart from it. */
export function pairStandings(
  values: readonly EnsembleValue[],
  first: string,
  second: string,
  better: Better,
): PairStandings {
  const vectors = groupBy(values, ({ point }) => point).map((of) => ({
    start: of[0].start,
    standing: standingAt(of, first, second, better),
  }));
  const count = (of: typeof vectors): Standings => ({
    ahead: of.filter(({ standing }) => standing === 'ahead').length,
    behind: of.filter(({ standing }) => standing === 'behind').length,
    alike: of.filter(({ standing }) => standing === 'alike').length,
  });
  const starts = groupBy(
    vectors.filter(({ start }) => start !== ''),
    ({ start }) => start,
  );
  return {
    ...{ first, second, ...count(vectors) },
    byStart: starts.map((of) => ({ start: of[0].start, ...count(of) })),
  };
}

/** Every pair of institutions once, in their order. */
export function allStandings(
  values: readonly EnsembleValue[],
  institutions: readonly string[],
  better: Better,
): PairStandings[] {
  return institutions.flatMap((first, i) =>
    institutions.slice(i + 1).map((second) => pairStandings(values, first, second, better)),
  );
}

/**
 * A ranking with its condition: "full sharing ahead of negative data in 47 of 60 admissible economies, behind in 3". The
 * institution that is ahead more often comes first.
 *
 * @param nameOf an institution's name in the sentence
 */
export function standingSentence(
  { first, second, ahead, behind, alike }: PairStandings,
  nameOf: (institution: string) => string,
): string {
  const turned = behind > ahead;
  const [front, back] = turned ? [second, first] : [first, second];
  const [more, less] = turned ? [behind, ahead] : [ahead, behind];
  const all = ahead + behind + alike;
  if (more === 0) {
    return `${nameOf(front)} and ${nameOf(back)} cannot be told apart in any of ${all} admissible economies`;
  }
  const rest = [
    ...(less > 0 ? [`behind in ${less}`] : []),
    ...(alike > 0 ? [`not told apart in ${alike}`] : []),
  ].join(', ');
  return `${nameOf(front)} ahead of ${nameOf(back)} in ${more} of ${all} admissible economies${rest === '' ? '' : `, ${rest}`}`;
}

/** Counts that are kept, and what they hold for. */
export interface KeptCounts {
  /** Fingerprint of the code that made the numbers. */
  readonly engine: string;
  /** Hash of the scenario, its vectors included. */
  readonly scenario: string;
}

/**
 * The sentence where the counts are those of this engine and scenario; else the command that makes them anew, since counts
 * of another economy are no finding.
 */
export function sentenceOrCommand(
  sentence: string,
  kept: KeptCounts,
  now: KeptCounts,
  command: string,
): string {
  const same = kept.engine === now.engine && kept.scenario === now.scenario;
  return same ? sentence : `Counted with another version: ${command} counts anew.`;
}
