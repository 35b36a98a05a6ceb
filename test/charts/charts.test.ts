import { describe, expect, it } from 'vitest';
import { isMissing, type ChartInputs } from '../../src/charts/chart.ts';
import { charts } from '../../src/charts/registry.ts';
import { pictureOf } from '../../src/charts/kit/picture.ts';
import { footLine, stampFor } from '../../src/charts/stamp.ts';
import { theme, widths } from '../../src/charts/theme.ts';
import { languages } from '../../src/language.ts';
import { compileSpec, render } from '../../src/figures/vega-view.ts';
import { experimentTables } from './experiment-fixture.ts';
import { fixture, fixtureInstitutions } from './fixture.ts';
import { drawingOf } from './drawing-of.ts';

const oneInstitution = [{ id: 'dual', label: 'Dual' }];
const twelve = [
  ...fixtureInstitutions,
  { id: 'mine', label: 'An institution of my own with quite a long name (Ruritania, since 1894)' },
  { id: 'own-chinese', label: '我自己的征信机构' },
  { id: 'short-memory', label: 'Government-led, five years' },
  { id: 'two-years', label: 'Market-led, two years' },
];

const simulated = {
  ...({ kind: 'simulated', program: 'creditlab 0.0.0', scenario: 'fixture' } as const),
  economy: { en: 'calibrated to nothing', zh: '未经校准' },
};

/** Every edge that a figure may meet. */
const edges: Readonly<Record<string, ChartInputs>> = {
  'eight institutions': fixture({ tables: experimentTables() }),
  'one institution': fixture({
    institutions: oneInstitution,
    tables: experimentTables(oneInstitution),
  }),
  'one replicate': fixture({ replicates: 1, tables: experimentTables(undefined, 1) }),
  'twelve institutions, one without loans, one with a long name': fixture({
    institutions: twelve,
    loanless: ['mine'],
    title: 'A very long title '.repeat(20),
    tables: experimentTables(twelve),
  }),
};

const ids = charts.map(({ id }) => id);

describe.each(Object.entries(edges))('with %s', (_, inputs) => {
  it.each(ids)('%s compiles without a warning, wide, narrow and in Chinese', (id) => {
    const drawing = drawingOf(id, inputs);
    if (drawing === undefined) return;
    const warnings: string[] = [];
    for (const [look, language] of [
      [theme('paper'), 'en'],
      [theme('slides'), 'zh'],
      [theme('paper', widths.single), 'en'],
    ] as const)
      compileSpec(drawing.spec(look, language), warnings);
    expect(warnings).toEqual([]);
  });

  it.each(ids)('%s has words without holes', (id) => {
    const drawing = drawingOf(id, inputs);
    if (drawing === undefined) return;
    for (const language of languages)
      for (const [what, words] of [
        ['caption', drawing.caption(language)],
        ['alternative text', drawing.altText(language)],
      ] as const) {
        expect(words).not.toMatch(/NaN|undefined|Infinity|null|\[object/);
        const short = `the ${what} of ${id} in ${language} says nothing: "${words}"`;
        expect(words.length, short).toBeGreaterThan(20);
        // A sentence of its own language: full stops and commas of Chinese are full-width.
        if (language === 'zh') expect(words).not.toMatch(/\p{Script=Han}[,;:!?]/u);
        else expect(words).not.toMatch(/[，。；：]/);
      }
  });
});

describe('every figure', () => {
  it.each(ids)('%s draws without a warning and is as wide as asked, to a twentieth', async (id) => {
    const drawing = drawingOf(id, fixture({ tables: experimentTables() }));
    const { svg, warnings } = await render(drawing!.spec(theme('paper', widths.single), 'en'));
    expect(warnings).toEqual([]);
    const drawn = Number(/width="([\d.]+)"/.exec(svg)?.[1]);
    expect(drawn / widths.single).toBeGreaterThan(0.88);
    expect(drawn / widths.single).toBeLessThan(1.05);
  });

  it('says why it is missing, in both languages, when there are no rows', () => {
    const empty = { ...fixture(), rows: [], summary: [], tables: {} };
    const missing = charts
      .filter(({ ofThePaper }) => !ofThePaper)
      .map((chart) => chart.draw(empty));
    for (const result of missing) {
      expect(isMissing(result)).toBe(true);
      if (isMissing(result))
        expect(Object.values(result.missing).join('')).toMatch(/Run|Add|Give|read from/);
    }
  });

  it('names the number of replicates, or says that one gives no interval', () => {
    for (const [replicates, words] of [
      [20, '20 replicates · 95% intervals'],
      [1, '1 replicate · no intervals'],
    ] as const) {
      const drawing = drawingOf('default-split', fixture({ replicates }))!;
      const stamp = { ...simulated, replicates };
      const foot = JSON.stringify(pictureOf(drawing, stamp, theme('paper'), 'en'));
      expect(foot).toContain(words);
      expect(drawing.caption('en')).toMatch(replicates === 1 ? /no interval/ : /20 replicates/);
    }
  });

  const simulatedIds = charts.flatMap(({ id, ofRules, ofThePaper }) =>
    ofRules || ofThePaper ? [] : [id],
  );
  it.each(simulatedIds)(
    '%s speaks of intervals in its foot where its caption does, and only there',
    (id) => {
      const drawing = drawingOf(id, edges['eight institutions'])!;
      for (const language of languages) {
        const foot = footLine(stampFor(drawing, { ...simulated, replicates: 20 }), language);
        const shown = /95% (interval|t |置信区间)/.test(drawing.caption(language));
        expect([id, /95%/.test(foot)]).toEqual([id, shown]);
        expect([id, /no intervals|无置信区间/.test(foot)]).toEqual([id, !shown]);
      }
    },
  );

  it('carries its own rows, so that it opens in an editor as it is', () => {
    for (const id of ids) {
      const text = JSON.stringify(
        drawingOf(id, edges['eight institutions'])?.spec(theme('paper'), 'en'),
      );
      expect(text).toContain('vega-lite/v6.json');
      expect(text).not.toContain('"url"');
    }
  });
});
