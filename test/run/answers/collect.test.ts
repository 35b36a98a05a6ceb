import { expect, it } from 'vitest';
import type { Value } from '../../../src/jobs/work.ts';
import { askedOf } from '../../../src/run/answers/asked.ts';
import { collect } from '../../../src/run/answers/collect.ts';
import { loadScenario } from '../../../src/scenario/load.ts';

const scenario = {
  ...(await loadScenario('tiny', { replicates: 2 })),
  design: {
    factors: [{ key: 'borrowers', target: { of: 'run', name: 'borrowers' } }],
    ...{ varied: [], zip: false, require: [], series: true },
    sample: { kind: 'file', rows: [[100], [200]] },
  },
} as const;

/** What every job found: 2 over all, and by quarter 1, 2, 3 … but nothing in the sixth. */
const found = ['approval-rate', 'default-rate'].flatMap((measure): Value[] =>
  [null, 0, 1, 2, 3, 4, 5, 6, 7].map((quarter) => ({
    ...{ world: 'actual', quarter, measure },
    value: quarter === null ? 2 : quarter === 5 ? NaN : quarter + 1,
  })),
);
const store = {
  ...{ has: () => true, write: () => {}, close: () => {}, size: () => 0 },
  read: () => found,
};

it('reads a measure over all quarters, or over its last ones as far as it is defined in them', () => {
  const approval = askedOf('approval-rate', undefined);
  const asked = [approval, { ...approval, lastQuarters: 4 }, { ...approval, lastQuarters: 1 }];
  const collected = collect(scenario, store, asked);
  const first = collected?.values.map(({ values }) => [...values[0][1]]);
  // Quarters five, seven and eight of the last four: (5 + 7 + 8) / 3.
  expect(first).toEqual([
    [2, 2],
    [20 / 3, 20 / 3],
    [8, 8],
  ]);
});
