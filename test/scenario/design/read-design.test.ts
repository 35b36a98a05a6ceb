import { describe, expect, it } from 'vitest';
import { pointsOf } from '../../../src/scenario/design/index.ts';
import { parse, problemsIn, small } from '../in-memory.ts';

/** The texts of all problems, with the place of each. */
const told = async (text: string, files = {}, overrides = {}) =>
  (await problemsIn(small + text, files, overrides)).map(
    ({ file, line, column, message, hint }) =>
      `${[file, line, column].filter((x) => x !== undefined).join(':')}: ${message}\n${hint ?? ''}`,
  );
const last = small.split('\n').length;

const valuesIn = async (text: string, files = {}, overrides = {}) => {
  const scenario = await parse(small + text, files, overrides);
  if (!scenario.design) return [];
  const points = pointsOf(scenario, scenario.design);
  return Array.from({ length: points.count }, (_, i) => points.at(i).values);
};

describe('what is varied', () => {
  it('is all combinations, the first factor outermost', async () => {
    const text = 'vary:\n  full-sharing.lag: [1, 0]\n  economy.behaviour.awareness: [0, 1]\n';
    expect(await valuesIn(text)).toEqual([
      [1, 0],
      [1, 1],
      [0, 0],
      [0, 1],
    ]);
  });

  it('goes together one by one where it is zipped', async () => {
    const text = 'vary: { zip: true, left.funding: [0, 0.02], right.funding: [0.02, 0] }\n';
    expect(await valuesIn(text)).toEqual([
      [0, 0.02],
      [0.02, 0],
    ]);
  });

  it.each([
    ['{ from: 1, to: 10, step: 4 }', [1, 5, 9]],
    ['{ from: 3, to: 5 }', [3, 4, 5]],
    ['{ from: 4, to: 28, count: 3 }', [4, 16, 28]],
  ])('may be a range of whole numbers: %s', async (range, expected) => {
    const values = await valuesIn(`vary: { full-sharing.retentionNegative: ${range} }\n`);
    expect(values.flat()).toEqual(expected);
  });

  it.each([
    ['{ from: 0, to: 1, step: 0.1 }', [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]],
    ['{ from: 0.01, to: 1, count: 3, scale: log }', [0.01, 0.1, 1]],
  ])('may be a range: %s', async (range, expected) => {
    expect((await valuesIn(`vary: { economy.behaviour.awareness: ${range} }\n`)).flat()).toEqual(
      expected,
    );
  });

  it('may be words, switches, and who takes part', async () => {
    const text =
      'vary: { left.kind: [bank, internet], economy.search.homeLender: [true, false],\n' +
      '  full-sharing.participation: [[left], 0.5] }\n';
    const values = await valuesIn(text);
    expect(values).toHaveLength(8);
    expect(values[0]).toEqual(['bank', true, ['left']]);
  });
});

describe('what is sampled', () => {
  const over =
    'over: { economy.use.dial: { from: 0, to: 2 }, full-sharing.lag: [0, 1], left.funding: plausible }';

  it('crosses what is varied', async () => {
    const text = `vary: { right.funding: [0, 0.02] }\nsample: { design: sobol, points: 4, ${over} }\n`;
    const values = await valuesIn(text);
    expect(values).toHaveLength(8);
    expect(values.slice(0, 4).map((row) => row.slice(1))).toEqual(
      values.slice(4).map((row) => row.slice(1)),
    );
  });

  it('changes no earlier value when there is more of it', async () => {
    const few = await valuesIn(`sample: { design: sobol, points: 8, ${over} }\n`);
    const more = await valuesIn(`sample: { design: sobol, points: 16, ${over} }\n`);
    expect(more.slice(0, 8)).toEqual(few);
    expect(new Set(more.map(String)).size).toBe(16);
  });

  it('by Morris moves one value at a time', async () => {
    const values = await valuesIn(`sample: { design: morris, trajectories: 3, ${over} }\n`);
    expect(values).toHaveLength(12);
    for (const start of [0, 4, 8]) {
      for (let k = start; k < start + 3; k++) {
        const moved = values[k].filter((value, i) => value !== values[k + 1][i]);
        expect(moved).toHaveLength(1);
      }
    }
  });

  it('over assumptions draws whatever is ours, shares of lenders together, within what is plausible', async () => {
    const scenario = await parse(
      `${small}quarters: 44\nsample: { design: sobol, points: 8, over: assumptions }\n`,
    );
    const { design } = scenario;
    const keys = design?.factors.map(({ key }) => key) ?? [];
    expect(keys).toContain('economy.behaviour.effortCost');
    expect(keys).toContain('everyLender.operating');
    expect(keys).toContain('full-sharing.missedDefault');
    // Cited, of an institution that nobody reports to, of a score where there is none, set by the scenario.
    expect(keys).not.toContain('economy.pricing.cap');
    expect(keys.filter((key) => key.startsWith('none.'))).toEqual([]);
    expect(keys).not.toContain('economy.misreporting.share');
    expect(keys).not.toContain('economy.search.quotes');
    if (!design) return;
    const [left, right] = ['left.share', 'right.share'].map((key) => keys.indexOf(key));
    const points = pointsOf(scenario, design);
    for (let i = 0; i < points.count; i++) {
      const { values } = points.at(i);
      expect(Number(values[left]) + Number(values[right])).toBeCloseTo(1, 12);
    }
  });

  it('keeps lag and retention within what records hold', async () => {
    const text =
      'sample: { design: sobol, points: 64, over: { full-sharing.retentionNegative: { from: 0, to: 31 },\n' +
      '  full-sharing.lag: { from: 0, to: 2 } } }\n';
    const sums = (await valuesIn(text)).map(([retention, lag]) => Number(retention) + Number(lag));
    expect(Math.max(...sums)).toBeLessThanOrEqual(31);
  });
});

describe('points of a file', () => {
  const csv = 'point,economy.use.dial,full-sharing.lag,left-out\np-1,0.5,1,\np-2,0.25,0,froze\n';

  it('are its rows, without the columns of our own', async () => {
    const text = 'sample: { file: points.csv }\n';
    expect(await valuesIn(text, { 'points.csv': csv })).toEqual([
      [0.5, 1],
      [0.25, 0],
    ]);
  });

  it('may be given on the command line', async () => {
    expect(await valuesIn('', { 'x.csv': csv }, { ensemble: 'x.csv' })).toHaveLength(2);
  });

  it.each([
    ['economy.use.dail\n0.5\n', 'points.csv:1: no value of this scenario is called'],
    ['economy.use.dial\n9\n', 'points.csv:2: economy.use.dial: 9 is outside 0..4'],
    ['economy.use.dial,full-sharing.lag\n0.5\n', 'points.csv:2: 1 cells, and the header has 2'],
    ['economy.use.dial\n', 'points.csv:1: there is no point in this file'],
  ])('that are wrong are located', async (file, message) => {
    const found = await told('sample: { file: points.csv }\n', { 'points.csv': file });
    expect(found.join('\n')).toContain(message);
  });

  it('with a missing column are refused', async () => {
    const text = 'sample: { file: points.csv, over: [economy.use.dial, full-sharing.fee] }\n';
    const found = await told(text, { 'points.csv': csv });
    expect(found.join('\n')).toContain('points.csv:1: the column "full-sharing.fee" is missing');
  });
});

describe('a mistake in a design', () => {
  it.each([
    ['vary: { economy.use.dail: [1] }\n', `${last}:9: vary: no value is called "economy.use.dail"`],
    ['vary: { economy.use.dial: [1, 9] }\n', `${last}:31: vary.economy.use.dial, entry 2: 9 is`],
    [
      'vary: { economy.use.dial: { from: 0, to: 9, step: 1 } }\n',
      `${last}:42: vary.economy.use.dial.to: 9 is outside 0..4`,
    ],
    ['vary: { economy.use.dial: { from: 0, to: 1 } }\n', 'leave open which values are meant'],
    ['vary: { full-sharing.lag: [0.5] }\n', '0.5 is not a whole number'],
    ['vary: { zip: true, left.funding: [0], right.funding: [0, 0.1] }\n', 'has 1, right.funding'],
    ['vary: { economy.use.dial: [1, 1] }\n', '1 stands here twice'],
    ['vary: { full-sharing.lag: [9] }\n', 'lag 9 with retentionNegative 28'],
    ['vary: { economy.search.quotes: [1, 3] }\n', '3 quotes from 2 lenders'],
    ['sample: { design: sobol, points: 8 }\n', 'does not say over what'],
    ['sample: { design: sobol, over: [economy.use.dial] }\n', 'add points: 512'],
    ['sample: { points: 8 }\n', 'is either drawn or read'],
    [
      'sample: { design: sobol, points: 8, over: [economy.pricing.cap] }\n',
      'economy.pricing.cap has no plausible range in its passport',
    ],
    ['require: [lends]\n', 'belongs to a design'],
    [
      'vary: { left.funding: [0] }\nrequire: [{ measure: welfar, min: 0 }]\n',
      'no measure "welfar"',
    ],
    [
      'vary: { economy.use.dial: { from: 0, to: 1, step: 0.0001 }, economy.behaviour.awareness: { from: 0, to: 1, step: 0.001 } }\n',
      '10,011,001 varied × 1 sampled = 10,011,001 points',
    ],
  ])('is located: %s', async (text, message) => {
    const found = await told(text);
    expect(found.join('\n')).toContain(message);
    expect(found).toHaveLength(1);
  });
});

describe('--set', () => {
  it('sets single values of economy, lenders and institutions', async () => {
    const set = ['economy.behaviour.awareness=.5', 'left.funding=0.02', 'full-sharing.lag=3'];
    const more = ['full-sharing.retentionNegative=12', 'full-sharing.retentionPositive=12'];
    const { economy, lenders, institutions } = await parse(small, {}, { set: [...set, ...more] });
    expect(economy.behaviour.awareness).toBe(0.5);
    expect(lenders.map(({ funding }) => funding)).toEqual([0.02, 0.01]);
    expect(institutions[1].values).toEqual({
      lag: 3,
      retentionNegative: 12,
      retentionPositive: 12,
    });
  });

  it('leaves the other lenders what it does not give to one', async () => {
    const { lenders } = await parse(small, {}, { set: ['left.share=0.75'] });
    expect(lenders.map(({ share }) => share)).toEqual([0.75, 0.25]);
  });

  it('of the usual value changes nothing', async () => {
    const set = ['full-sharing.retentionNegative=28', 'sanctions=held'];
    expect(await parse(small, {}, { set })).toEqual(await parse(small));
  });

  it.each([
    [['economy.use.dail=1'], 'did you mean economy.use.dial?'],
    [['economy.use.dial=9'], 'economy.use.dial: 9 is outside 0..4 (exponent ω)'],
    [['economy.use.dial'], 'is no key=value'],
    [['economy.use.dial=1', 'economy.use.dial=2'], 'is set twice'],
    [['full-sharing.lag=9'], 'reaches further back than records do'],
    [['left.share=1'], 'leave nothing to the others'],
  ])('is held to what the file may say: %s', async (set, message) => {
    const found = await told('', {}, { set });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('command line: --set');
    expect(found[0]).toContain(message);
  });
});
