import { estimate } from '../../src/math/interval.ts';
import { fixed, type Expectation, type Found } from './law.ts';
import { valuesOf } from './ledgers.ts';
import { core, eight, plain, shipped, underSeeds, watched, watchedTasks } from './markets.ts';
import type { Task } from './task.ts';

/** Seed by seed, the same people with the same luck. */
function difference(found: Found, id: string, a: readonly Task[], b: readonly Task[]) {
  const [left, right] = [valuesOf(found, a, id), valuesOf(found, b, id)];
  return estimate(left.map((value, k) => value - right[k]));
}

type Sign = 'below 0' | 'above 0';
const agrees = ({ low, high }: { low: number; high: number }, sign: Sign) =>
  sign === 'below 0' ? high < 0 : low > 0;
const interval = ({ mean, low, high }: { mean: number; low: number; high: number }) =>
  `${fixed(mean)} [${fixed(low)}, ${fixed(high)}]`;

/** A difference of two markets, 95 % interval over seeds. */
const paired = (
  says: string,
  id: string,
  sign: Sign,
  a: readonly Task[],
  b: readonly Task[],
): Expectation => ({
  ...{ letter: '–', says, bound: sign, tasks: [...a, ...b] },
  judge: (found) => {
    const gap = difference(found, id, a, b);
    return { measured: interval(gap), holds: agrees(gap, sign) };
  },
});

/** The same for every institution that shares, against none. */
const against = (says: string, id: string, sign: Sign): Expectation => ({
  ...{ letter: '–', says, bound: `${sign}, each`, tasks: Object.values(core).flat() },
  judge: (found) => {
    const sharing = shipped.filter((institution) => institution !== 'none');
    const all = sharing.map((institution) => ({
      institution,
      of: difference(found, id, core[institution], core['none']),
    }));
    return {
      measured: all.map(({ institution, of }) => `${institution} ${fixed(of.mean)}`).join(', '),
      holds: all.every(({ of }) => agrees(of, sign)),
    };
  },
});

const unaware = underSeeds({ ...plain, change: { behaviour: { awareness: 0 } } }, eight);
const full = core['full-sharing'];

/** What one world has more than another, by the experiments' own markets. */
const between = (says: string, measure: string, sign: Sign): Expectation => ({
  ...{ letter: '–', says, bound: `${sign}, each`, tasks: watchedTasks },
  judge: ({ findings }) => {
    const all = shipped.map((institution) => ({
      institution,
      of: estimate(
        watched[institution].map(
          (task) => findings(task).find((one) => one.measure === measure)?.value ?? NaN,
        ),
      ),
    }));
    return {
      measured: all.map(({ institution, of }) => `${institution} ${fixed(of.mean)}`).join(', '),
      holds: all.every(({ of }) => agrees(of, sign)),
    };
  },
});

/** What the model is for: reported, never required. */
export const expected: readonly Expectation[] = [
  against('Sharing lowers default', 'default-rate', 'below 0'),
  against('Sharing raises welfare', 'welfare', 'above 0'),
  against('Sharing lowers the APR', 'apr', 'below 0'),
  against('Sharing raises approval', 'approval-rate', 'above 0'),
  paired(
    'Nobody aware: welfare under full sharing less that without sharing',
    'welfare',
    'below 0',
    unaware,
    core['none'],
  ),
  paired(
    'Nobody aware: default under full sharing less that where all are',
    'default-rate',
    'above 0',
    unaware,
    full,
  ),
  paired(
    'Full sharing against defaults only: welfare',
    'welfare',
    'above 0',
    full,
    core['negative-only'],
  ),
  between('Hidden action costs: contracted − actual, welfare', 'contracting-hidden', 'above 0'),
  between(
    'Hidden action costs: full information − types visible, welfare',
    'contracting-visible',
    'above 0',
  ),
  between(
    'Showing types to lenders raises welfare, sanctions held',
    'showing-types-held',
    'above 0',
  ),
];
