import { describe, expect, it } from 'vitest';
import { checkNumber, roundsTo } from '../../src/paper/check.ts';
import { checks, exhibits } from '../../src/paper/exhibits.ts';
import { growth, growthOf } from '../../src/paper/growth.ts';
import {
  agreementWithWeights,
  influenceByDimension,
  influences,
} from '../../src/paper/influence.ts';
import { links, parties } from '../../src/paper/network.ts';
import {
  printedInfluence,
  printedWeights,
  shareOwners,
} from '../../src/scores/sesame/published.ts';
import { inquiries, persons } from '../../src/paper/series.ts';
import { behaviours } from '../../src/scores/sesame/behaviours.ts';

describe('Table 6', () => {
  // Source: Xu, Guo & Li, Table 6, printed digits.
  it.each([
    ['social-contacts', '0.002', '2.5'],
    ['search', '0.011', '14.6'],
    ['internet-finance', '0.017', '22.7'],
    ['microblog', '0.022', '29.3'],
    ['credit-loan', '0.042', '56'],
    ['credit-repayment', '0.029', '38.4'],
    ['payment', '0.0679', '90.5'],
    ['shopping', '0.0745', '99.3'],
    ['identity', '0.075', '100'],
  ])('gives %s a multiplier of %s and an impact of %s', (behaviour, multiplier, impact) => {
    const row = influences().find((one) => one.behaviour === behaviour);
    const digits = (text: string) => text.split('.')[1]?.length ?? 0;
    // a thousandth of the last digit keeps binary fractions off the ties
    expect((row?.multiplier ?? NaN).toFixed(digits(multiplier))).toBe(multiplier);
    expect((row?.impact ?? NaN).toFixed(digits(impact))).toBe(impact);
    expect(printedInfluence).toContainEqual({ behaviour, multiplier, impact });
  });

  it('implies these influences by dimension, which do not follow the weights', () => {
    const rows = influenceByDimension();
    expect(rows.map(({ weight }) => weight)).toEqual([0.05, 0.15, 0.2, 0.25, 0.35]);
    expect(rows.map(({ influence }) => (influence * 100).toFixed(1))).toEqual([
      '7.0',
      '25.3',
      '13.5',
      '41.9',
      '12.4',
    ]);
    expect(agreementWithWeights()).toBeCloseTo(0.3, 12);
  });

  it('gives social contacts 0.55% of the total', () => {
    expect(influences()[0].share).toBeCloseTo(2.5 / 453.3, 5);
  });
});

describe('growth', () => {
  it('of inquiries is 401% in five years, 38.0% a year', () => {
    const [five] = growthOf(inquiries);
    expect(five.total).toBeCloseTo(3161 / 631 - 1, 12);
    expect(five.perYear).toBeCloseTo(0.3803, 4);
    expect((1 + five.perYear) ** 5).toBeCloseTo(1 + five.total, 12);
  });

  it('is taken from point to point, then over all', () => {
    expect(growthOf(persons).map(({ from, to }) => [from, to])).toEqual([
      [2015, 2018],
      [2018, 2020],
      [2015, 2020],
    ]);
    const [a, b] = persons.points;
    expect(growth(persons, a, b).total).toBeCloseTo(100 / 880, 12);
  });
});

describe('checks', () => {
  it('bear out all eighteen printed numbers of Table 6, the sum of weights and the growth of inquiries', () => {
    const agreeing = checks().filter(({ agrees }) => agrees);
    expect(agreeing.filter(({ exhibit }) => exhibit === 'table-6')).toHaveLength(18);
    expect(agreeing.map(({ about }) => about)).toContain('sum of the weights, %');
    expect(agreeing.map(({ about }) => about)).toContain('growth of inquiries 2015 to 2020, %');
  });

  it('give a reason wherever paper and data differ, and only there', () => {
    for (const check of checks()) expect(check.because === '').toBe(check.agrees);
  });

  it('name the places where the paper does not add up', () => {
    const found = checks().filter(({ agrees }) => !agrees);
    const text = found.map((check) => `${check.printed} → ${check.found}`).join('\n');
    expect(text).toContain('about 2% → 2.5 of 453.3: 0.55%');
    expect(text).toContain('401% in five years: 38.0% a year');
    expect(text).toContain('7.0 / 25.3 / 13.5 / 41.9 / 12.4%, rank correlation 0.30');
    expect(text).toContain('29.3, 38.4, 56.0, 90.5');
    expect(text).toContain('one for history, two for the others');
  });

  it('tell a number that rounds to the printed one from one that does not', () => {
    expect(roundsTo(0.0215, '0.022')).toBe(true);
    expect(roundsTo(0.0214, '0.022')).toBe(false);
    expect(checkNumber('table-6', 'x', '0.022', 0.0214)).toMatchObject({
      agrees: false,
      because: 'it rounds to 0.021',
    });
  });
});

describe('exhibits', () => {
  it('are Tables 1 to 6, Figures 1 to 4 and two derived tables', () => {
    expect(
      exhibits()
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual([
      ...['figure-1', 'figure-2', 'figure-3', 'figure-4', 'growth', 'influence-by-dimension'],
      ...['table-1', 'table-2', 'table-3', 'table-4', 'table-5', 'table-6'],
    ]);
  });

  it('have the same columns in every row', () => {
    for (const { rows } of exhibits()) {
      for (const row of rows) expect(Object.keys(row)).toEqual(Object.keys(rows[0]));
    }
  });

  it('hold no point of a figure that the text does not state', () => {
    const years = (id: string) =>
      exhibits()
        .find((one) => one.id === id)
        ?.rows.map(({ year }) => year);
    expect(years('figure-1')).toEqual([2015, 2018, 2020, 2015, 2018]);
    expect(years('figure-3')).toEqual([2015, 2020]);
    expect(years('figure-4')).toEqual([2015, 2020]);
  });

  it('are checked under ids that exist, or sections', () => {
    const ids = exhibits().map(({ id }) => id);
    for (const { exhibit } of checks()) {
      expect(ids.includes(exhibit) || /^section-[\d.]+$/.test(exhibit)).toBe(true);
    }
  });
});

it('knows whose share stands behind every behaviour, and the parties of every link', () => {
  expect(behaviours.map(({ id }) => typeof shareOwners[id])).toEqual(Array(9).fill('string'));
  const ids = parties.map(({ id }) => id);
  for (const { from, to } of links) expect(ids).toEqual(expect.arrayContaining([from, to]));
  expect(printedWeights).toHaveLength(5);
});
