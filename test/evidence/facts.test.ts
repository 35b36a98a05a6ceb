import { describe, expect, it } from 'vitest';
import { facts } from '../../src/evidence/registry.ts';
import { ledgerOf, loansOf, seen, tell } from './synthetic.ts';

const measured = (id: string, measures: Record<string, number>) =>
  tell(id, { market: seen({ measures }) });

describe('facts that are measures', () => {
  it.each([
    ['loss-given-default', { 'loss-given-default': 0.6 }, 0.6],
    ['default-level', { 'default-rate': 0.1 }, 0.1],
    ['approval-level', { 'approval-rate': 0.83 }, 0.83],
    ['apr-level', { apr: 0.2 }, 0.2],
    ['cannot-pay', { 'cannot-pay-rate': 0.06, 'default-rate': 0.08 }, 0.75],
  ])('%s', (id, measures, answer) => {
    expect(measured(id, measures)).toBeCloseTo(answer, 12);
  });

  it.each([
    ['sharing-lowers-default', 'full', 'none', 'default-rate'],
    ['exposure-matters', 'full', 'blind', 'default-rate'],
    ['competition-lowers-price', 'three', 'one', 'apr'],
  ])('%s is a difference of two markets', (id, a, b, measure) => {
    const markets = {
      [a]: seen({ measures: { [measure]: 0.07 } }),
      [b]: seen({ measures: { [measure]: 0.09 } }),
    };
    expect(tell(id, markets)).toBeCloseTo(-0.02, 12);
  });

  it('retention-optimum reads welfare at each place of its grid', () => {
    const at = (welfare: number) => seen({ measures: { welfare } });
    const markets = { 4: at(1), 8: at(2), 12: at(3), 20: at(2.5), 28: at(0.5) };
    expect([4, 8, 12, 20, 28].map((place) => tell('retention-optimum', markets, place))).toEqual([
      1, 2, 3, 2.5, 0.5,
    ]);
  });
});

describe('facts about loans', () => {
  // 3,500 loans in 35 grades of a hundred: grade g has g defaults, its price is 1.1 + .8 · g/100.
  const graded = loansOf(3500, {
    estimate: (row) => row,
    defaulted: (row) => Number(row % 100 < Math.floor(row / 100)),
    price: (row) => 1.1 + 0.8 * (Math.floor(row / 100) / 100),
  });

  it('price-slope and price-fit find a line that is there', () => {
    const market = seen({ loans: graded });
    expect(tell('price-slope', { market })).toBeCloseTo(0.8, 10);
    expect(tell('price-fit', { market })).toBeCloseTo(1, 10);
  });

  it('loss-rises-with-risk and return-rises-with-risk take the sixth sixth less the first', () => {
    // Six grades of ten loans, half of which default; of grade k a defaulter pays back .5 − .05k, the others 1.1 + .1k.
    const loans = loansOf(60, {
      estimate: (row) => row,
      size: () => 2,
      defaulted: (row) => row % 2,
      received: (row) => {
        const k = Math.floor(row / 10);
        return 2 * (row % 2 === 1 ? 0.5 - 0.05 * k : 1.1 + 0.1 * k);
      },
    });
    const market = seen({ loans });
    expect(tell('loss-rises-with-risk', { market })).toBeCloseTo(0.25, 12);
    expect(tell('return-rises-with-risk', { market })).toBeCloseTo((0.5 - 0.25) / 2, 12);
  });

  it('hazard-by-age is the first hazard over the mean of the rest', () => {
    // Of 1,000 loans 20 default at once, then a tenth, a tenth and a tenth of those alive.
    const ages = new Float64Array(4 * 4 * 2);
    ages.set([12, 8, 98, 0, 0, 88.2, 79.38, 0]);
    const market = seen({ ledger: ledgerOf({ ages }), sum: () => 1000 });
    expect(tell('hazard-by-age', { market })).toBeCloseTo(0.02 / 0.1, 10);
  });

  it('default-after-default leaves first loans out', () => {
    const loans = loansOf(300, {
      lastDefaulted: (row) => (row < 100 ? 1 : row < 200 ? 0 : NaN),
      defaulted: (row) => Number(row < 30 || (row >= 100 && row < 110) || row >= 200),
    });
    expect(tell('default-after-default', { market: seen({ loans }) })).toBeCloseTo(3, 12);
  });

  it('income-and-default is a rank correlation', () => {
    const loans = loansOf(4, {
      incomeInferred: (row) => [1, 10, 100, 1000][row],
      defaulted: (row) => [1, 1, 0, 0][row],
    });
    expect(tell('income-and-default', { market: seen({ loans }) })).toBeCloseTo(-0.894427191, 8);
  });

  it('history-beats-capacity: one where history tells all and the signals nothing is a half', () => {
    const loans = loansOf(4000, {
      earlierRepaid: () => 3,
      earlierDefaults: (row) => Math.floor(row / 2) % 2,
      lastDefaulted: (row) => Math.floor(row / 2) % 2,
      sinceDefault: (row) => (Math.floor(row / 2) % 2 === 1 ? 2 : NaN),
      defaulted: (row) => Math.floor(row / 2) % 2,
      incomeSignal: () => 1,
      capitalSignal: () => 1,
    });
    expect(tell('history-beats-capacity', { market: seen({ loans }) })).toBeCloseTo(0.5, 10);
  });

  it('cycle is the worst of twelve years over the best', () => {
    const measure = (_: string, from = 0) => 0.1 + 0.01 * ((from - 32) / 4);
    expect(tell('cycle', { market: seen({ measure }) })).toBeCloseTo(2.1, 12);
  });
});

describe('facts about rules', () => {
  it('opaque-gain-most sets thin files against thick ones', () => {
    // Thin files are rows 0–99. Sharing takes 10 of 100 defaults from thin files and 4 from thick ones.
    const market = (thin: number, thick: number) =>
      seen({
        loans: loansOf(200, {
          earlierRepaid: (row) => (row < 100 ? 1 : 5),
          earlierDefaults: () => 0,
          defaulted: (row) => Number(row % 100 < (row < 100 ? thin : thick)),
        }),
      });
    const answer = tell('opaque-gain-most', { full: market(10, 6), none: market(20, 10) });
    expect(answer).toBeCloseTo(-0.06, 12);
  });

  it('negative-disciplines-more compares borrowers with a loan in both', () => {
    const market = (effort: readonly number[], borrowers: readonly number[]) =>
      seen({
        loans: loansOf(effort.length, {
          borrower: (row) => borrowers[row],
          effort: (row) => effort[row],
          endedAt: (row) => (row === 0 ? 4 : 1),
        }),
      });
    const negative = market([0.3, 0.5, 0.9], [1, 1, 7]);
    const full = market([0.2, 0.4, 0.1], [1, 2, 8]);
    // Borrower 1 alone: (4 · .3 + .5)/5 − .2.
    expect(tell('negative-disciplines-more', { negative, full })).toBeCloseTo(0.14, 12);
  });

  it('sharing-lowers-hold-up takes the mark-up of home lenders', () => {
    const market = (markup: number) =>
      seen({
        loans: loansOf(30, {
          isHome: (row) => row % 2,
          breakEven: (row) => (row < 4 ? NaN : 1.1),
          price: (row) => (row % 2 === 1 ? 1.1 + markup : 9),
        }),
      });
    const answer = tell('sharing-lowers-hold-up', { full: market(0.02), none: market(0.05) });
    expect(answer).toBeCloseTo(-0.03, 12);
  });
});

it('every shipped fact is told of here', async () => {
  const { readFileSync } = await import('node:fs');
  const text = ['facts.test.ts', 'facts-about-files.test.ts']
    .map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'))
    .join('\n');
  const untold = facts.map(({ id }) => id).filter((id) => !text.includes(`'${id}'`));
  expect(untold, 'a test here says what each must be on columns of known answer').toEqual([]);
});
