import { emulator } from '../designs/emulator.ts';
import { groupBy } from '../replicates/index.ts';
import { misfitOf } from './misfit.ts';
import type { Evaluation } from './log.ts';
import { pointOf } from './space.ts';
import type { Calibration } from './targets.ts';

/** What large markets are expected to give at a point, before they are run. */
export interface Foresight {
  /** Of the targets, at a point. Shape (targets). */
  readonly valuesAt: (point: Float64Array) => number[];
  /** The same at a point at which a small market was run. Shape (targets). */
  readonly valuesFrom: (point: Float64Array, small: readonly number[]) => number[];
  /** Standard deviations of what is found from what was expected. Shape (targets). */
  readonly errors: readonly number[];
}

/** A vector that large markets judged. */
export interface Judged {
  readonly point: Float64Array;
  /** NaN where it was given up before. Shape (targets). */
  readonly found: readonly number[];
  /** What was expected of it; nothing of the first ones. */
  readonly expected?: readonly number[];
}

/** Vectors of a search that are learned from, the best ones: far from what fits, values bend otherwise. */
const mostLearned = 1000;
/** Later vectors learned from, the last ones. */
const mostScreened = 800;
const ofSmall = { length: 1, noise: 0.01 } as const;
/** By how much a large market differs from a small one hangs little on where one is, and that little is known from few. */
const ofDifference = { length: 1.5, noise: 0.5 } as const;
/** Errors expected before any were seen, and between which they are taken then, in scales. */
const usual = 0.35;
const [least, most] = [0.1, 0.6];
/** Vectors from whose errors one learns. */
const fewest = 10;

/**
 * Learns what markets give: from the search's small ones, whose luck is always the same, and from the large ones that were
 * run so far, by how much those differ.
 *
 * @param screened vectors that small markets looked at since, all of which are learned from: chains went there
 * @returns what is expected after large markets have told of these vectors
 */
export function foresightOf(
  { free, targets }: Pick<Calibration, 'free' | 'targets'>,
  evaluations: readonly Evaluation[],
  screened: readonly Evaluation[] = [],
): (judged: readonly Judged[]) => Foresight {
  const learned = evaluations
    .filter(({ moments }) => !moments.some(Number.isNaN))
    .map((one) => ({ one, misfit: misfitOf(targets, one.moments).value }))
    .toSorted((a, b) => a.misfit - b.misfit)
    .slice(0, mostLearned)
    .map(({ one }) => one)
    .concat(screened.filter(({ moments }) => !moments.some(Number.isNaN)).slice(-mostScreened));
  const small = emulator(
    learned.map(({ values }) => pointOf(free, values)),
    learned.map(({ moments }) => moments),
    ofSmall,
  );
  const smallAt = new Map<Float64Array, readonly number[]>();
  return (judged) => {
    const differenceOf = ({ point, found }: Judged, i: number) => {
      const said = smallAt.get(point) ?? small(point);
      smallAt.set(point, said);
      return found[i] - said[i];
    };
    // Targets that are known of the same vectors are learned together: most are known of all.
    const groups = groupBy([...targets.keys()], (i) =>
      judged.map(({ found }) => (Number.isNaN(found[i]) ? '-' : '+')).join(''),
    ).map((group) => {
      const known = judged.filter(({ found }) => !Number.isNaN(found[group[0]]));
      if (known.length === 0) return { group, differencesAt: () => group.map(() => 0) };
      const values = known.map((one) => group.map((i) => differenceOf(one, i)));
      const points = known.map(({ point }) => point);
      return { group, differencesAt: emulator(points, values, ofDifference) };
    });
    const valuesFrom = (point: Float64Array, from: readonly number[]) => {
      const values = [...from];
      for (const { group, differencesAt } of groups) {
        differencesAt(point).forEach((difference, k) => (values[group[k]] += difference));
      }
      return values;
    };
    return {
      valuesAt: (point) => valuesFrom(point, small(point)),
      valuesFrom,
      errors: targets.map(({ scale }, i) => scale * errorOf(judged, i, scale)),
    };
  };
}

/** In scales. */
function errorOf(judged: readonly Judged[], i: number, scale: number): number {
  const misses = judged.flatMap(({ found, expected }) =>
    expected && !Number.isNaN(found[i]) ? [(found[i] - expected[i]) / scale] : [],
  );
  if (misses.length < fewest) return usual;
  const squares = misses.reduce((sum, miss) => sum + miss * miss, 0);
  return Math.min(most, Math.max(least, Math.sqrt(squares / misses.length)));
}
