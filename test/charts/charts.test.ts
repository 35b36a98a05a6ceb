import { describe, expect, it } from 'vitest';
import { isMissing, type ChartInputs, type Drawing } from '../../src/charts/chart.ts';
import { charts } from '../../src/charts/registry.ts';
import { pictureOf } from '../../src/charts/kit/picture.ts';
import { footLine, stampFor } from '../../src/charts/stamp.ts';
import { theme, widths } from '../../src/charts/theme.ts';
import { byCode } from '../../src/replicates/samples.ts';
import { languages } from '../../src/language.ts';
import { compileSpec, render } from '../../src/figures/vega-view.ts';
import { experimentTables } from './experiment-fixture.ts';
import { fixture, fixtureInstitutions } from './fixture.ts';

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

/** The drawing; undefined for differences where there is nothing to differ from. */
function drawingOf(id: string, inputs: ChartInputs): Drawing | undefined {
  const result = charts.find((one) => one.id === id)?.draw(inputs);
  if (result === undefined) throw new Error(`no chart is called ${id}`);
  if (!isMissing(result)) return result;
  if (id === 'differences' && inputs.scenario.institutions.length === 1) return undefined;
  const remedy = 'its rows belong into test/charts/fixture.ts or test/charts/experiment-fixture.ts';
  throw new Error(`${id} is not drawn from the fixture; ${remedy}. It says: ${result.missing.en}`);
}

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
      for (const words of [drawing.caption(language), drawing.altText(language)]) {
        expect(words).not.toMatch(/NaN|undefined|Infinity|null|\[object/);
        expect(words.length).toBeGreaterThan(20);
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

describe('numbers in words', () => {
  it('what reforms do to lenders, remedies to welfare, and growth beside the paper', () => {
    const inputs = fixture({ tables: experimentTables() });
    const titleOf = (id: string) => {
      const spec = drawingOf(id, inputs)!.spec(theme('paper'), 'en');
      return JSON.stringify(spec.usermeta);
    };
    expect(titleOf('reform-lenders')).toContain('Lenders’ profit: 2 up, 0 down, of 8');
    expect(titleOf('remedies')).toContain('Law raises welfare at every strength');
    expect(titleOf('timeline')).toContain('Records ×1.3 (paper ×1.2)');
    const stated = drawingOf('timeline', inputs)!.table.filter((row) => row['institution'] === '');
    expect(stated.map((row) => [row['measure'], row['after']])).toEqual([
      ['timeline:with-record', 0],
      ['timeline:with-record', 3],
      ['timeline:inquiries', 0],
      ['timeline:inquiries', 5],
    ]);
    const axes = (start?: string) => {
      const scenario = { ...inputs.scenario, ...(start !== undefined && { start }) };
      return JSON.stringify(
        drawingOf('timeline', { ...inputs, scenario })!.spec(theme('paper'), 'en'),
      );
    };
    expect(axes('2015-Q1')).toContain('format(datum.value + 2015');
    // Without a calendar, or where counted years are none of it, years are counted.
    for (const spec of [axes(), axes('2015-Q2')]) expect(spec).toContain('Years after the first');
    expect(drawingOf('remedies', inputs)!.table.some((row) => row['kind'] === 'interaction')).toBe(
      false,
    );
  });

  it('remedies over several economies: means, ranges, and what holds in all of them', () => {
    const tables = experimentTables();
    const [one] = [tables['remedies'] ?? []];
    const less = one.map((row) => ({
      ...{ ...row, economy: 1, mean: Number(row['mean']) - 0.01 },
      ...{ low: Number(row['low']) - 0.01, high: Number(row['high']) - 0.01 },
    }));
    const inputs = fixture({ tables: { ...tables, remedies: [...one, ...less] } });
    const drawing = drawingOf('remedies', inputs)!;
    const title = JSON.stringify(drawing.spec(theme('paper'), 'en').usermeta);
    // With the weak law the other economy's interval holds zero.
    expect(title).toContain(
      'No remedy moves welfare for certain at every strength in all 2 economies',
    );
    expect(drawing.table).toHaveLength(one.filter((row) => row['kind'] !== 'interaction').length);
    const law = drawing.table.find((row) => row['remedies'] === 'law and supervision')!;
    expect([law['low'], law['mean'], law['high']].map((x) => Number(x).toFixed(3))).toEqual([
      ...['0.010', '0.015', '0.020'],
    ]);
    expect(drawing.altText('en')).toContain('Points are means over 2 economies');
    expect(drawing.caption('zh')).toContain('2 个经济');
  });

  it('moral hazard: extremes of both ends are those of the rows', () => {
    const drawing = drawingOf('adverse-selection-moral-hazard', fixture());
    const text = drawing!.altText('en');
    expect(text).toContain('Lower end of moral hazard from 4.0% (Negative data only) to 4.2%');
    expect(text).toContain('Upper end of moral hazard: No sharing 6.2%');
    expect(text).not.toMatch(/together|Shapley/);
  });

  it('the rows of welfare begin where the one above ends, and add up to the difference', () => {
    const bars = drawingOf('welfare-rows', fixture())!.table.filter(
      ({ institution }) => institution === 'full-sharing',
    );
    const rows = bars.slice(0, -1);
    expect(rows.length).toBeGreaterThan(4);
    for (const [k, bar] of rows.slice(1).entries()) expect(bar['start']).toBe(rows[k]['end']);
    expect(bars.at(-1)).toMatchObject({ row: 'welfare', start: 0 });
    expect(bars.some(({ row }) => row === 'perks-loss')).toBe(false);
  });

  it('what showing types changes says which sanctions, and that it is no adverse selection', () => {
    const held = fixture();
    const relearned = {
      ...held,
      summary: held.summary.map((row) => ({
        ...row,
        measure: row.measure.replace('types-held', 'types-relearned'),
      })),
    };
    for (const [inputs, words] of [
      [held, 'sanctions held'],
      [relearned, 'sanctions learnt anew'],
    ] as const) {
      const text = JSON.stringify(drawingOf('showing-types', inputs)!.spec(theme('paper'), 'en'));
      expect(text).toContain(words);
      expect(text).toContain('no measure of adverse selection');
    }
  });

  it('an institution without loans is drawn as not defined, not as zero', () => {
    const inputs = fixture({ loanless: ['sesame'] });
    for (const id of ['default-split', 'effort']) {
      const drawing = drawingOf(id, inputs)!;
      expect(JSON.stringify(drawing.spec(theme('paper'), 'en'))).toContain('not defined');
      const row = drawing.table.find(
        (one) =>
          one['institution'] === 'sesame' &&
          /rate|effort/.test(String(one['measure'] ?? one['part'])) &&
          one['measure'] !== 'approval-rate',
      );
      expect(row?.['mean']).toBeNull();
    }
  });

  it('the axis of a share ends at zero, however wide the interval', () => {
    const inputs = fixture();
    const summary = inputs.summary.map((row) => ({ ...row, low: row.mean - 0.5 }));
    const drawing = drawingOf('default-split', { ...inputs, summary })!;
    expect(drawing.table.some(({ low }) => typeof low === 'number' && low < 0)).toBe(true);
    const text = JSON.stringify(drawing.spec(theme('paper'), 'en'));
    const domains = [...text.matchAll(/"domain":\[(-?[\d.]+),/g)].map(([, low]) => Number(low));
    expect(domains.length).toBeGreaterThan(0);
    for (const low of domains) expect(low).toBe(0);
  });

  it('a difference whose sign is not settled is hollow', () => {
    const inputs = fixture();
    const unsettled = inputs.summary.filter(
      (row) =>
        row.measure === 'take-up-rate' && row.institution !== 'none' && row.adjustedP >= 0.05,
    );
    const table = drawingOf('differences', inputs)!.table.filter(
      (row) => row['measure'] === 'take-up-rate',
    );
    expect(unsettled.length).toBeGreaterThan(0);
    expect(
      table
        .filter((row) => row['hollow'])
        .map((row) => String(row['institution']))
        .toSorted(byCode),
    ).toEqual(unsettled.map((row) => row.institution).toSorted(byCode));
  });

  it('hollow points are spoken of where a panel that is drawn has one, and nowhere else', () => {
    const inputs = fixture();
    const sure = (row: (typeof inputs.summary)[number]) => ({ ...row, adjustedP: 0.001 });
    const settled = { ...inputs, summary: inputs.summary.map(sure) };
    const unsettled = (measure: string) => ({
      ...inputs,
      summary: inputs.summary.map((row) => ({
        ...sure(row),
        ...(row.measure === measure ? { adjustedP: 0.5 } : {}),
      })),
    });
    const told = (id: string, which: typeof inputs, slide = false) => {
      const drawing = drawingOf(id, which)!;
      const spec = drawing.spec(theme(slide ? 'slides' : 'paper'), 'en');
      return [JSON.stringify(spec.title), drawing.caption('en')].map((text) =>
        /hollow/i.test(text),
      );
    };
    expect(told('differences', settled)).toEqual([false, false]);
    expect(told('differences', unsettled('apr'))).toEqual([true, true]);
    // Taken up is not among the three that a slide shows.
    expect(told('differences', unsettled('take-up-rate'))).toEqual([true, true]);
    expect(told('differences', unsettled('take-up-rate'), true)).toEqual([false, true]);
    expect(told('welfare', settled)[1]).toBe(false);
    expect(told('welfare', unsettled('welfare'))[1]).toBe(true);
    expect(told('adverse-selection-moral-hazard', settled)[0]).toBe(false);
    const refusing = inputs.rows.map((row) => {
      const isRefused = row.institution === 'none' && row.measure === 'approval-rate';
      return isRefused && row.world === 'actual' ? { ...row, value: 0.1 } : row;
    });
    expect(told('adverse-selection-moral-hazard', { ...inputs, rows: refusing })[0]).toBe(true);
  });
});
