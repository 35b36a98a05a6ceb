import type { Drawing } from '../../src/charts/chart.ts';
import { curveLines } from '../../src/charts/designs/curve-lines.ts';
import { firstMap } from '../../src/charts/designs/first-map.ts';
import { heatMap } from '../../src/charts/designs/heat-map.ts';
import { indexBars } from '../../src/charts/designs/index-bars.ts';
import { fixture } from './fixture.ts';

/** FIXTURE: every design, drawn from invented numbers. Not results. */

export const { scenario } = fixture();
export const facts = { scenario, points: 84, leftOut: 3 };
export const ids = scenario.institutions.map(({ id }) => id);
export const title = { en: 'Welfare along retention', zh: '福利随保留期的变化' };
export const common = {
  ...{
    title,
    measure: { en: 'Welfare', zh: '福利' },
    unit: { en: '% of a mean loan', zh: '占平均贷款额的 %' },
    factor: 100,
  },
};

export const curve = (
  panels: readonly string[],
  at: readonly (number | string)[],
  interval = 0.02,
) =>
  panels.flatMap((panel, k) =>
    ids.flatMap((institution, i) =>
      at.map((value, j) => {
        const mean = 0.2 + 0.01 * i + 0.003 * j + 0.02 * k;
        const ends = { low: mean - interval, high: mean + interval };
        const none = { low: null, high: null };
        return { institution, panel, at: value, mean, ...(interval > 0 ? ends : none) };
      }),
    ),
  );
export const shares = {
  first: 0.1,
  firstLow: 0.05,
  firstHigh: 0.16,
  total: 0.4,
  totalLow: 0.3,
  totalHigh: 0.5,
};
const open = { firstLow: NaN, firstHigh: NaN, totalLow: NaN, totalHigh: NaN };

export const drawings: Readonly<Record<string, Drawing>> = {
  'lines in panels': curveLines(
    facts,
    { ...common, key: 'government-led.retentionNegative', bands: 'sup-t' },
    curve(['awareness 0', 'awareness 0.5', 'awareness 1'], [1, 4, 8, 28]),
  ),
  'lines over words, one replicate': curveLines(
    facts,
    { ...common, key: 'sanctions', bands: 'none' },
    curve([''], ['held', 'relearned'], 0),
  ),
  'a heat map': heatMap(
    facts,
    { ...common, x: 'economy.behaviour.awareness', y: 'government-led.retentionNegative' },
    ids.flatMap((institution) =>
      [0, 0.5, 1].flatMap((x) =>
        [1, 8, 28].map((y) => ({
          institution,
          x,
          y,
          mean: y === 28 && x === 1 ? null : x + y / 100,
        })),
      ),
    ),
  ),
  'bars of indices': indexBars(facts, title, [
    { key: 'economy.behaviour.awareness', owner: 'economy', ...shares },
    { key: 'everyLender.funding', owner: 'lenders', ...shares, first: -0.02 },
    {
      key: 'a-registry-with-quite-a-long-name.retentionNegativeOfIt',
      owner: 'institutions',
      ...shares,
    },
    { key: 'replicate', owner: 'luck', first: 0.02, total: 0.1, ...open },
  ]),
  'a map of cells': firstMap(
    facts,
    title,
    { x: 'economy.behaviour.awareness', y: 'sanctions', isGrid: true },
    [0, 0.5, 1].flatMap((x) =>
      ['held', 'relearned'].map((y) => ({ x, y, institution: ids[x === 1 ? 0 : 1], share: 0.7 })),
    ),
    [{ institution: ids[0], share: 0.3 }],
  ),
  'a map of marks': firstMap(
    facts,
    title,
    { x: 'economy.behaviour.awareness', y: 'everyLender.funding', isGrid: false },
    Array.from({ length: 40 }, (_, i) => ({
      ...{ x: (i * 7) % 40, y: ((i * 11) % 40) / 1000, institution: ids[i % 3], share: 1 },
    })),
    [{ institution: ids[0], share: 0.3 }],
  ),
};
