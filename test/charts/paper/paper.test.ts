import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../../src/charts/chart.ts';
import { paperDrawings } from '../../../src/charts/paper/drawings.ts';
import { scoreWaterfall } from '../../../src/charts/paper/score-waterfall.ts';
import { scoreValueChart } from '../../../src/charts/experiments/score-value.ts';
import { theme, themeIds, widths } from '../../../src/charts/theme.ts';
import { languages } from '../../../src/language.ts';
import { defaultsOf } from '../../../src/parameters.ts';
import { render } from '../../../src/figures/vega-view.ts';
import { liftToNextBand } from '../../../src/scores/lift.ts';
import { sesameModel } from '../../../src/scores/sesame/model.ts';
import { sesameParameters } from '../../../src/scores/sesame/parameters.ts';
import { fixture } from '../fixture.ts';

const model = sesameModel(defaultsOf(sesameParameters));

function waterfall(row: readonly number[]): Drawing {
  const explanation = model.explain(row);
  return scoreWaterfall({
    borrower: 'borrower-17',
    score: { en: model.label, zh: '芝麻信用评分' },
    explanation,
    bands: model.bands,
    lift: liftToNextBand(explanation, model.bands),
  });
}

/** FIXTURE: invented AUCs of four replicates. */
const institutions = [
  { id: 'none', label: 'No sharing' },
  { id: 'sesame', label: 'Sesame Credit' },
];
const invented = ['all', 'thin', 'thick'].flatMap((group) =>
  ['footprint', 'file', 'both', 'fico'].flatMap((what, k) =>
    institutions.flatMap(({ id: institution }) =>
      [0, 1, 2, 3].map((replicate) => ({
        ...{ institution, replicate, world: 'actual' },
        measure: `score-value:auc-${what}:${group}`,
        value:
          what !== 'file' && institution === 'none' ? null : 0.6 + 0.05 * k + 0.003 * replicate,
      })),
    ),
  ),
);
const inputs = fixture({ institutions, tables: { 'score-value': invented } });

function drawn(): Map<string, Drawing> {
  const value = scoreValueChart.draw(inputs);
  if ('missing' in value) throw new Error(value.missing.en);
  return new Map([
    ...paperDrawings(),
    ['waterfall', waterfall([20, 70, 90, 40, 55, 12, 81, 66, 43, 2, 1])],
    ['waterfall at the floor', waterfall([0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 4])],
    ['waterfall at the top', waterfall([99, 99, 99, 99, 99, 99, 99, 99, 99, 0, 0])],
    ['score-value', value],
  ]);
}

describe.each([...drawn()])('%s', (_, drawing) => {
  it('compiles without a warning in every theme, width and language', async () => {
    for (const language of languages) {
      for (const look of themeIds) {
        const { svg, warnings } = await render(drawing.spec(theme(look), language));
        expect(warnings).toEqual([]);
        expect(svg).not.toMatch(/NaN|undefined/);
      }
      const narrow = await render(drawing.spec(theme('paper', widths.single), language));
      expect(narrow.warnings).toEqual([]);
    }
  });

  it('fits the width it is given', async () => {
    const { svg } = await render(drawing.spec(theme('paper'), 'en'));
    const width = Number(/width="([\d.]+)"/.exec(svg)?.[1]);
    expect(width).toBeGreaterThan(0.8 * widths.double);
    expect(width).toBeLessThan(1.02 * widths.double);
  });

  it('says in words what it shows', () => {
    for (const language of languages) {
      expect(drawing.caption(language).length).toBeGreaterThan(language === 'en' ? 40 : 15);
      expect(drawing.altText(language).length).toBeGreaterThan(drawing.table.length * 5);
      expect(drawing.altText(language)).not.toMatch(/NaN|undefined|null/);
    }
  });
});

describe('the figures of the paper', () => {
  it('draw the stated points and no others', () => {
    const years = (id: string) =>
      drawn()
        .get(id)
        ?.table.map(({ year }) => year);
    expect(years('figure-1')).toEqual([2015, 2018, 2020, 2015, 2018]);
    expect(years('figure-3')).toEqual([2015, 2020]);
    expect(years('figure-4')).toEqual([2015, 2020]);
  });

  it('mark each year between as not stated', async () => {
    const svg = async (id: string) =>
      (await render(drawn().get(id)?.spec(theme('paper'), 'en') ?? ({} as never))).svg;
    expect((await svg('figure-1')).match(/not stated/g)).toHaveLength(3);
    expect((await svg('figure-4')).match(/not stated/g)).toHaveLength(4);
  });
});

describe('the waterfall', () => {
  it('leads from the base to the score without a gap', () => {
    const steps = waterfall([20, 70, 90, 40, 55, 12, 81, 66, 43, 2, 1]).table;
    steps.slice(1).forEach((step, k) => {
      const before = steps[k];
      expect(step['total'] ? step['to'] : step['from']).toBe(before['to']);
    });
  });
});

describe('the value of a score', () => {
  it('is drawn for institutions with a score only', () => {
    const drawing = drawn().get('score-value');
    expect(new Set(drawing?.table.map(({ institution }) => institution))).toEqual(
      new Set(['sesame']),
    );
    expect(drawing?.table).toHaveLength(3);
  });

  it('asks for the experiment where it was not run', () => {
    expect(scoreValueChart.draw(fixture())).toHaveProperty('missing');
  });
});
