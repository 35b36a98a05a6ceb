import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../src/charts/chart.ts';
import { curveLines } from '../../src/charts/designs/curve-lines.ts';
import { firstMap } from '../../src/charts/designs/first-map.ts';
import { heatMap } from '../../src/charts/designs/heat-map.ts';
import { indexBars } from '../../src/charts/designs/index-bars.ts';
import { pictureOf } from '../../src/charts/kit/picture.ts';
import { theme, widths } from '../../src/charts/theme.ts';
import { svgSize } from '../../src/figures/svg.ts';
import { compileSpec, render } from '../../src/figures/vega-view.ts';
import { languages } from '../../src/language.ts';
import { common, curve, drawings, facts, ids, scenario, shares, title } from './design-drawings.ts';

describe.each(Object.entries(drawings))('%s', (_, drawing) => {
  it('compiles without a warning, wide, narrow and in Chinese', () => {
    const warnings: string[] = [];
    for (const [look, language] of [
      [theme('paper'), 'en'],
      [theme('slides'), 'zh'],
      [theme('paper', widths.single), 'en'],
    ] as const)
      compileSpec(drawing.spec(look, language), warnings);
    expect(warnings).toEqual([]);
  });

  it('is about as wide as asked', async () => {
    const { svg, warnings } = await render(drawing.spec(theme('paper'), 'en'));
    expect(warnings).toEqual([]);
    const drawn = Number(/width="([\d.]+)"/.exec(svg)?.[1]);
    expect(drawn / widths.double).toBeGreaterThan(0.85);
    expect(drawn / widths.double).toBeLessThan(1.08);
  });

  it('has words without holes in both languages', () => {
    for (const language of languages)
      for (const words of [drawing.caption(language), drawing.altText(language)]) {
        expect(words).not.toMatch(/NaN|undefined|Infinity|null|\[object/);
        expect(words.length).toBeGreaterThan(20);
        if (language === 'en') expect(words).not.toMatch(/[，。；：]/);
        else expect(words).not.toMatch(/\p{Script=Han}[,;:!?]/u);
      }
    expect(drawing.table.length).toBeGreaterThan(0);
  });
});

it('a heat map of eight institutions fits a slide in letters of full size', async () => {
  expect(ids).toHaveLength(8);
  const long = {
    en: 'How long a default stays readable, from a year to seven',
    zh: '违约记录可读多久',
  };
  const factors = new Map(
    ['a', 'b'].map((key) => [key, { name: long, unit: { en: 'quarters', zh: '季度' } }]),
  );
  const cells = ids.flatMap((institution, i) =>
    [0, 0.25, 0.5, 0.75, 1].flatMap((x) =>
      [1, 4, 8, 16, 28].map((y) => ({ institution, x, y, mean: i / 100 + x * y })),
    ),
  );
  const drawing = heatMap({ ...facts, factors }, { ...common, x: 'a', y: 'b' }, cells);
  const look = theme('slides');
  for (const language of languages) {
    const { svg } = await render(drawing.spec(look, language));
    const { width, height } = svgSize(svg);
    expect(width).toBeLessThan(look.width * 1.02);
    // The foot takes a line more.
    expect((look.width * height) / width).toBeLessThan(look.tallest - look.fontSize * 1.5);
  }
});

it('lines name their institutions in a legend', async () => {
  const { svg } = await render(drawings['lines in panels'].spec(theme('paper'), 'en'));
  for (const { label } of scenario.institutions) expect(svg).toContain(label.slice(0, 8));
});

describe('the foot of figures made from points', () => {
  const stamp = {
    ...({ kind: 'simulated', program: 'creditlab 0.0.0', scenario: 'sweep' } as const),
    ...{ replicates: 5, economy: { en: 'its economy', zh: '其经济' } },
  };
  const footOf = (drawing: Drawing, language: 'en' | 'zh', replicates = 5) =>
    JSON.stringify(pictureOf(drawing, { ...stamp, replicates }, theme('slides'), language));

  it.each([
    ['lines in panels', '95% bands over whole curves', '整条曲线的 95% 置信带'],
    ['lines over words, one replicate', 'no intervals', '无置信区间'],
    ['a heat map', 'no intervals', '无置信区间'],
    ['bars of indices', '95% bootstrap intervals', '95% 自助法区间'],
    ['a map of cells', 'no intervals', '无置信区间'],
    ['a map of marks', 'no intervals', '无置信区间'],
  ])('%s: counts points and replicates, and says what is drawn around them', (id, en, zh) => {
    const drawing = drawings[id];
    expect(footOf(drawing, 'en')).toContain(
      `creditlab 0.0.0 · sweep · 84 points · 5 replicates · ${en} · its economy`,
    );
    expect(footOf(drawing, 'zh')).toContain(
      `creditlab 0.0.0 · sweep · 84 个点 · 5 次重复 · ${zh} · 其经济`,
    );
    // One replicate leaves the intervals of indices, which are over points.
    expect(footOf(drawing, 'en', 1)).toContain(`84 points · 1 replicate · ${en}`);
  });

  it('points that are left out stand under the title, where there are any', () => {
    const left = (count: number) =>
      JSON.stringify(
        heatMap({ ...facts, leftOut: count }, { ...common, x: 'a', y: 'b' }, [
          { institution: ids[0], x: 1, y: 1, mean: 1 },
        ]).spec(theme('paper'), 'en').usermeta,
      );
    expect(left(3)).toContain('; 3 more points are left out.');
    expect(left(1)).toContain('; 1 more point is left out.');
    expect(left(0)).not.toContain('left out');
  });

  it('a measure without a unit has no brackets', () => {
    const unitless = { ...common, unit: { en: '', zh: '' }, x: 'a', y: 'b' };
    const rows = [{ institution: ids[0], x: 1, y: 1, mean: 1 }];
    for (const language of languages) {
      const text = JSON.stringify(heatMap(facts, unitless, rows).spec(theme('paper'), language));
      expect(text).not.toMatch(/\(\)|（）/);
    }
  });
});

it('say on axes what a factor means and is counted in, and keep its key in the caption', () => {
  const [x, y] = ['government-led.retentionNegative', 'economy.behaviour.awareness'];
  const factors = new Map([
    [x, { name: { en: 'How long', zh: '时长' }, unit: { en: 'quarters', zh: '季度' } }],
    [y, { name: { en: 'Who knows', zh: '知情者' }, unit: { en: '', zh: '' } }],
  ]);
  const known = { ...facts, factors };
  const panels = new Map([['awareness 0', { en: 'Who knows: 0', zh: '知情者：0' }]]);
  const about = { ...common, key: x, bands: 'none' as const, panels, panelKeys: [y] };
  const cells = ids.map((institution, i) => ({ institution, x: 1, y: 0, mean: i, share: 1 }));
  const axes = { x, y, isGrid: true };
  const drawn = {
    lines: curveLines(known, about, curve(['awareness 0', 'awareness 1'], [1, 4])),
    heat: heatMap(known, { ...common, x, y }, cells),
    map: firstMap(known, title, axes, cells, []),
    bars: indexBars(known, title, [{ key: x, owner: 'institutions', ...shares }]),
  };
  for (const [name, drawing] of Object.entries(drawn)) {
    for (const [language, said] of [
      ['en', name === 'bars' ? /How long/ : /How long \(quarters\)/],
      ['zh', name === 'bars' ? /时长/ : /时长（季度）/],
    ] as const) {
      const text = JSON.stringify(drawing.spec(theme('paper'), language));
      expect(text).toMatch(said);
      expect(text).not.toMatch(/"title":\[?"[^"]*(?:retentionNegative|awareness)/);
      expect(drawing.caption(language)).toContain(x);
    }
  }
  expect(drawn.lines.caption('zh')).toContain(`分图：“知情者”（${y}）`);
  expect(JSON.stringify(drawn.lines.spec(theme('paper'), 'zh'))).toContain('知情者：0');
});
