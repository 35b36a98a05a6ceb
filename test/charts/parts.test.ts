import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { triangleOf } from '../../src/charts/experiments/cost-points.ts';
import { percentFormat, roundAxis } from '../../src/charts/kit/frame.ts';
import { institutionScales, looksOf } from '../../src/charts/kit/institutions.ts';
import { grid } from '../../src/charts/kit/small-multiples.ts';
import { textWidth, wrapToPoints } from '../../src/charts/kit/text.ts';
import { decimal, enumerate, percent } from '../../src/charts/kit/words.ts';
import { widthOf } from '../../src/figures/fonts.ts';
import { theme } from '../../src/charts/theme.ts';
import { drawingOf } from './drawing-of.ts';
import { experimentTables } from './experiment-fixture.ts';
import { fixture } from './fixture.ts';

describe('axes', () => {
  it('cover what they must in round steps', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e3, max: 1e3, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        fc.integer({ min: 2, max: 8 }),
        (low, span, count) => {
          const axis = roundAxis(low, low + span, count);
          expect(axis.low).toBeLessThanOrEqual(low + 1e-6 * span);
          expect(axis.high).toBeGreaterThanOrEqual(low + span - 1e-6 * span);
          expect(axis.ticks.length).toBeLessThanOrEqual(count + 3);
          expect(axis.ticks.length).toBeGreaterThanOrEqual(2);
        },
      ),
    );
  });

  it('have ticks at 1, 2 or 5 times a power of ten, written with the decimals that they need', () => {
    expect(roundAxis(0, 0.177, 5).ticks).toEqual([0, 0.05, 0.1, 0.15, 0.2]);
    expect(percentFormat([0, 0.05])).toBe('.0%');
    expect(percentFormat([0, 0.005])).toBe('.1%');
    expect(percentFormat([0, 0.0005])).toBe('.2%');
  });

  it('stand in as many columns as have room, the last row as full as can be', () => {
    expect(grid(400, 10, 90, 6)).toEqual({ columns: 3, width: 126 });
    expect(grid(80, 10, 90, 6).columns).toBe(1);
  });
});

describe('panels that show the same thing', () => {
  it('have one axis: what a default is thought to cost, and what it does', () => {
    const inputs = fixture();
    const costly = experimentTables()['flips'].map((row) =>
      row['measure'] === 'flips:cost' ? { ...row, value: 4 * Number(row['value']) } : row,
    );
    const tables = { ...inputs.tables, flips: costly };
    const drawing = drawingOf('flips', { ...inputs, tables });
    const spec = JSON.stringify(drawing?.spec(theme('paper'), 'en'));
    const domains = [...spec.matchAll(/"scale":\{"domain":(\[[-\d.,]+\]),"nice":false/g)];
    expect(domains.length).toBeGreaterThan(1);
    expect(new Set(domains.map(([, domain]) => domain)).size).toBe(1);
  });
});

describe('the triangle of lost welfare', () => {
  // Demand 0.6 − 2.5p; average cost 0.03 + 0.3p and marginal cost 0.01 + 0.1p of those who take at p.
  const prices = [-0.1, -0.05, 0, 0.05, 0.1];
  const at = (curve: string, value: (p: number) => number) =>
    prices.map((p) => ({
      institution: 'none',
      label: '',
      curve,
      share: 0.6 - 2.5 * p,
      value: value(p),
      low: null,
      high: null,
    }));
  const demand = at('demand', (p) => p);
  const marginal = at('marginal', (p) => 0.01 + 0.1 * p);

  it('runs from where demand meets average cost to where it meets marginal cost', () => {
    const table = [...demand, ...marginal, ...at('average', (p) => 0.03 + 0.3 * p)];
    const corners = triangleOf('none', table);
    // p = 0.03/0.7 and p = 0.01/0.9.
    expect(corners[0]?.share).toBeCloseTo(0.6 - (2.5 * 0.03) / 0.7, 12);
    expect(corners.at(-1)?.share).toBeCloseTo(0.6 - (2.5 * 0.01) / 0.9, 12);
    expect(corners.at(-1)?.price).toBeCloseTo(corners.at(-1)?.cost ?? NaN, 12);
  });

  it('is none where average cost lies above demand at every price', () => {
    const table = [...demand, ...marginal, ...at('average', () => 0.5)];
    expect(triangleOf('none', table)).toEqual([]);
  });
});

describe('institutions', () => {
  const own = Array.from({ length: 20 }, (_, k) => ({ id: `own-${k}`, label: `Own ${k}` }));
  const scenario = fixture({ institutions: [...fixture().scenario.institutions, ...own] }).scenario;

  it('differ in colour and shape together, declared ones too', () => {
    const looks = looksOf(scenario).map(({ colour, shape }) => colour + shape);
    expect(new Set(looks).size).toBe(looks.length);
  });

  it('keep colour and shape whoever else is in the scenario', () => {
    const alone = fixture({ institutions: [{ id: 'dual', label: 'Dual' }] }).scenario;
    expect(looksOf(alone)[0]).toEqual(looksOf(scenario)[3]);
  });

  it('take their look from the id, which an id of a built-in property cannot confuse', () => {
    const odd = fixture({ institutions: [{ id: 'constructor', label: 'x' }] }).scenario;
    expect(institutionScales(odd).colour.range[0]).toMatch(/^#/);
  });
});

describe('text', () => {
  it('is estimated within a fifth of its true width', () => {
    for (const text of [
      'Cost of adverse selection (% of a loan, per application)',
      'Association-led (Japan)',
      '20 replicates, 95% intervals · seed creditlab',
      '逆向选择的损失（占贷款本金的百分比，每笔申请）',
    ]) {
      const exact = widthOf(text, 10, 400, 'Source Sans 3');
      expect(Math.abs(textWidth(text, 10) / exact - 1)).toBeLessThan(0.2);
    }
  });

  it('breaks at spaces, keeps every word, and cuts what does not fit', () => {
    const text = 'Moral hazard costs more than adverse selection under all institutions';
    const lines = wrapToPoints(text, 120, 10);
    expect(lines.join(' ')).toBe(text);
    for (const line of lines) expect(textWidth(line, 10)).toBeLessThanOrEqual(120);
    expect(wrapToPoints(text, 120, 10, 2)).toHaveLength(2);
    expect(wrapToPoints(text, 120, 10, 2)[1]).toMatch(/…$/);
  });

  it('never begins a Chinese line with a closing mark, nor ends it with an opening one', () => {
    for (let width = 48; width < 200; width += 7)
      for (const line of wrapToPoints(
        '各机构下，逆向选择与道德风险。两者（2018 年（末））合计，最少的是仅共享负面信息。',
        width,
        10,
      ))
        expect(line).not.toMatch(/^[，。、；：）]|（$/);
  });

  it('writes numbers for people', () => {
    expect(percent(0.1774)).toBe('17.7%');
    expect(percent(-0.00004)).toBe('0.0%');
    expect(decimal(-1.5, 1)).toBe('−1.5');
    expect(percent(NaN)).toBe('–');
    expect(enumerate(['a', 'b', 'c'], 'en')).toBe('a, b and c');
    expect(enumerate(['甲', '乙', '丙'], 'zh')).toBe('甲、乙和丙');
  });
});
