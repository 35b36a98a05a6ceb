import { distance } from '../../findings/index.ts';
import { displayOf, fixed, decimalsFor, type Passport } from '../../measures/index.ts';
import { halfWidth, type Estimate } from '../../math/interval.ts';
import type { Curve } from '../curves.ts';
import { lowered, type NameOf } from './question-words.ts';

/** What curves show: the trend of each, and where it parts from the reference over the whole curve. */
export function curveSentences(
  curves: readonly Curve[],
  passport: Passport,
  reference: string,
  along: {
    readonly key: string;
    readonly values: readonly (number | string)[];
    readonly where: string;
  },
  name: NameOf,
): string[] {
  const { key, values, where } = along;
  const at = where === '' ? '' : ` (${where})`;
  return curves.flatMap(({ institution, difference, trend }) => {
    const who = `${name(institution)}${at}`;
    return [
      // What the factor does not touch at all needs no sentence.
      ...(trend && trend.n > 1 && trend.standardError > 0
        ? [trendSentence(who, trend, passport, key)]
        : []),
      ...(difference
        ? [partingSentence(who, difference.points, passport, name(reference), values, key)]
        : []),
    ];
  });
}

function trendSentence(who: string, trend: Estimate, passport: Passport, key: string): string {
  const { factor, unit } = displayOf(passport.unit);
  const half = factor * halfWidth(trend);
  const decimals = decimalsFor(half, factor === 100 ? 2 : 5);
  const show = (x: number) => fixed(factor * x, decimals);
  const flat = !(trend.low > 0 || trend.high < 0) ? '; it may be none' : '';
  return `${who}: ${lowered(passport.title)} changes by ${show(trend.mean)} (95%: ${show(trend.low)} to ${show(trend.high)}) ${unit} per unit of ${key}${flat}.`;
}

/** Where a band of a difference leaves out 0: runs of values, "from 3 to 28". */
function partingSentence(
  who: string,
  points: readonly Estimate[],
  passport: Passport,
  reference: string,
  values: readonly (number | string)[],
  key: string,
): string {
  const sign = passport.better === 'lower' ? -1 : 1;
  const state = ({ low, high }: Estimate) => (low > 0 ? sign : high < 0 ? -sign : 0);
  const runs: { state: number; from: number; to: number }[] = [];
  points.forEach((point, i) => {
    const now = state(point);
    const last = runs.at(-1);
    if (last?.state === now) last.to = i;
    else runs.push({ state: now, from: i, to: i });
  });
  const word = (s: number) =>
    passport.better === 'neither' ? (s > 0 ? 'above' : 'below') : s > 0 ? 'ahead of' : 'behind';
  const told = runs
    .filter((run) => run.state !== 0)
    .map(({ state: s, from, to }) => {
      const span = from === to ? `at ${values[from]}` : `from ${values[from]} to ${values[to]}`;
      const most = points
        .slice(from, to + 1)
        .reduce((a, b) => (Math.abs(b.mean) > Math.abs(a.mean) ? b : a));
      return `${word(s)} ${reference} ${span} (at most by ${distance(most, passport)})`;
    });
  if (told.length === 0) {
    return `${who}: at no value of ${key} told apart from ${reference}, the whole curve being looked at.`;
  }
  return `${who}: ${told.join('; ')}, of ${key}, the whole curve being looked at.`;
}
