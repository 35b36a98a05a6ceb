import { describe, expect, it } from 'vitest';
import { theme } from '../../src/charts/theme.ts';
import { byCode } from '../../src/replicates/samples.ts';
import { experimentTables } from './experiment-fixture.ts';
import { fixture } from './fixture.ts';
import { drawingOf } from './drawing-of.ts';

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

  it('a difference of shares is told in points, not as a number of per cent', () => {
    const inputs = fixture();
    for (const id of ['differences', 'showing-types']) {
      const text = drawingOf(id, inputs)!.altText('en');
      expect(text).toContain('points of applications');
      expect(text).not.toMatch(/\d%/);
    }
  });

  it('a title that counts institutions counts the filled points', () => {
    const inputs = fixture({ replicates: 4 });
    // A rise so unsteady that its own interval leaves zero out, and eight of them together do not.
    const unsteady = [0.005, 0.01, 0.01, 0.015];
    const rows = inputs.rows.map((row) =>
      row.measure === 'showing-types-held' && row.institution === 'none'
        ? { ...row, value: unsteady[row.replicate] }
        : row,
    );
    const drawing = drawingOf('showing-types', { ...inputs, rows })!;
    const welfare = drawing.table.filter((row) => row['measure'] === 'showing-types-held');
    expect(welfare.find((row) => row['institution'] === 'none')?.['hollow']).toBe(true);
    const filled = welfare.filter((row) => row['hollow'] === false);
    const title = JSON.stringify(drawing.spec(theme('paper'), 'en').title);
    const counts = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'];
    expect(title).toContain(`under ${counts[filled.length]} of eight`);
    expect(title).toContain('Hollow');
    expect(drawing.caption('en')).toContain('Holm');
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
