import { describe, expect, it } from 'vitest';
import { isMissing, type Chart } from '../../src/charts/chart.ts';
import { joiningFees } from '../../src/charts/designs/joining-fees.ts';
import { joiningMap } from '../../src/charts/designs/joining-map.ts';
import { besideMarks, type CoalitionRow } from '../../src/charts/designs/joining-map-rows.ts';
import { joiningFeesChart, joiningMapChart } from '../../src/charts/designs/joining-tables.ts';
import { theme, widths } from '../../src/charts/theme.ts';
import { render } from '../../src/figures/vega-view.ts';
import { experimentTables } from './experiment-fixture.ts';
import { fixture } from './fixture.ts';

const { scenario } = fixture({ replicates: 4 });
const [one, other] = scenario.institutions;
const facts = { scenario: { ...scenario, institutions: [one, other] }, points: 8, leftOut: 0 };

const row = (institution: string, n: number): CoalitionRow => ({
  institution,
  coalition: n === 0 ? 'nobody' : `lender-${n}`,
  short: n === 0 ? 'nobody' : `l${n}`,
  ...{ lenders: [0, 1, 1, 2][n], fee: 0.002 },
  welfare: [0, 0.01, -0.002, 0.02][n],
  verdict: (['fails', 'untold', 'fails', 'holds'] as const)[n],
  ...{ byMeans: n === 3, isPlanner: n === 3 },
  fromNobody: [0, 1, null, 2][n],
  fromEverybody: [null, null, null, 0][n],
});
const map = joiningMap(
  facts,
  [one, other].flatMap(({ id }) => [0, 1, 2, 3].map((n) => row(id, n))),
);
const fees = joiningFees(
  facts,
  [one, other].flatMap(({ id }) =>
    [0, 0.01].flatMap((fee) =>
      (['fromNobody', 'fromEverybody', 'planner'] as const).map((of) => ({
        ...{ institution: id, fee, of, coalition: '', choosing: 2 },
        lenders: of === 'fromEverybody' && fee > 0 ? null : 2,
      })),
    ),
  ),
);

it('names of marks that lie on each other stand beside one of them', () => {
  const named = (n: number, welfare: number, lenders = 1) => ({
    ...{ ...row(one.id, n), short: `l${n}`, byMeans: true, isPlanner: false, welfare, lenders },
  });
  const rows = [named(0, 0), named(1, 0.0001), named(2, 0.01), named(3, 0, 2)];
  expect(besideMarks(rows, 0.001)).toEqual(['', 'l1, l0', 'l2', 'l3']);
  expect(besideMarks([{ ...rows[0], byMeans: false }], 0.001)).toEqual(['']);
});

it('the title of fees writes a fee as it is, and one lender in the singular', () => {
  const rests = [0.0005, 0.3].map((fee) => ({
    ...{ institution: one.id, fee, of: 'fromEverybody' as const, coalition: 'a' },
    ...{ choosing: 3, lenders: 1 },
  }));
  const drawing = joiningFees({ ...facts, scenario: { ...scenario, institutions: [one] } }, rests);
  expect(JSON.stringify(drawing.spec(theme('paper'), 'en').usermeta)).toContain(
    'Of 3 lenders 1 stays in at 0.05%, 1 at 30%',
  );
});

describe.each([
  ['the map of coalitions', map],
  ['participation by the fee', fees],
])('%s', (_, drawing) => {
  it.each(['en', 'zh'] as const)('is drawn at every width without a warning (%s)', async (lang) => {
    for (const width of Object.values(widths)) {
      const { svg, warnings } = await render(drawing.spec(theme('paper', width), lang));
      expect(warnings).toEqual([]);
      expect(svg).toContain('<svg');
    }
  });

  it('says in words, in both languages, what it shows', () => {
    expect(drawing.altText('en')).toMatch(/holds?|hold|at a fee of 0/);
    expect(drawing.altText('zh')).toMatch(/[\p{Script=Han}]/u);
    expect(drawing.caption('zh')).not.toMatch(/undefined/);
  });
});

it('the map says at which fee it is', () => {
  const under = (language: 'en' | 'zh') => JSON.stringify(map.spec(theme('paper'), language).title);
  expect(under('en')).toContain('less that of nobody, at a fee of 0.20% for a loan');
  expect(under('zh')).toContain('每笔贷款的费用为 0.20%');
});

it('the map names of how many coalitions it can tell', () => {
  expect(map.altText('en')).toContain('of 4 coalitions 1 holds, 2 fail, 1 cannot be told');
  expect(fees.altText('en')).toContain('a cycle at 0.01');
});

describe('from the table that lies in a folder', () => {
  const inputs = fixture({ tables: experimentTables() });
  const rowsOf = (chart: Chart) => {
    const drawing = chart.draw(inputs);
    return isMissing(drawing) ? [] : drawing.table;
  };

  it('the map is of the scenario’s own fee', () => {
    const [first] = inputs.scenario.institutions;
    const rows = rowsOf(joiningMapChart).filter((line) => line['institution'] === first.id);
    expect(rows.map((line) => [line['short'], line['verdict'], line['byMeans']])).toEqual([
      ['nobody', 'fails', false],
      ['b1', 'fails', false],
      ['b2', 'fails', false],
      ['all', 'holds', true],
    ]);
  });

  it('participation is where best responses rest, and nowhere where they go round', () => {
    const [first] = inputs.scenario.institutions;
    const rows = rowsOf(joiningFeesChart).filter((line) => line['institution'] === first.id);
    expect(rows.map((line) => [line['fee'], line['of'], line['lenders']])).toEqual([
      [0, 'fromNobody', 2],
      [0, 'fromEverybody', 2],
      [0, 'planner', 2],
      [0.01, 'fromNobody', null],
      [0.01, 'fromEverybody', null],
      [0.01, 'planner', 2],
    ]);
  });
});
