import { describe, expect, it } from 'vitest';
import { outcome } from '../../src/engine/columns/outcome.ts';
import { counts, bookSums, lenderSums, type SumName } from '../../src/engine/ledger.ts';
import { Status } from '../../src/engine/loans/book.ts';
import { simulate } from '../../src/engine/simulate.ts';
import { institutions } from '../../src/institutions/registry.ts';
import { valuesIn } from '../../src/measures/index.ts';
import { pageSize } from '../../src/random/draws.ts';
import { lenders, marketOf } from './economy.ts';
import { sumOf } from './market.ts';

describe('the ledger', () => {
  const market = marketOf(1500, 20, { burnIn: 6 });
  const institution = { rules: institutions['full-sharing'].rules() };
  let stocks = 0;
  let defaults = 0;
  const ledger = simulate(market, institution, 'actual', {
    observer: {
      quarterEnd({ book, now, quarter }) {
        for (let s = 0; s < 1500; s++) {
          if (quarter !== 10) break;
          stocks += Number(outcome.loans[s] > 0);
        }
        for (let at = 0; at < book.slot.length; at++) {
          if (at % book.capacity >= book.count[Math.floor(at / book.capacity)]) continue;
          const ended = book.status[at] >= Status.cannotPay && book.slot[at] < pageSize;
          defaults += Number(ended) * now.wasOpen[at];
        }
      },
    },
  });
  const total = (name: SumName) => {
    let sum = 0;
    for (let t = 0; t < 20; t++) if (counts(ledger, t)) sum += sumOf(ledger, t, name);
    return sum;
  };

  it('tables count the same loans as sums', () => {
    const bad = total('cannotPay') + total('willNotPay');
    const lender = (name: (typeof lenderSums)[number]) =>
      lenders.reduce(
        (sum, _, j) => sum + ledger.lenders[j * lenderSums.length + lenderSums.indexOf(name)],
        0,
      );
    expect(lender('loans')).toBe(total('loans'));
    expect(lender('defaults')).toBe(bad);
    expect(lender('principal')).toBeCloseTo(total('principal'), 8);
    expect(lender('estimate')).toBeCloseTo(total('loanEstimate'), 9);
    expect(lender('lifePd')).toBeCloseTo(total('loanPd'), 9);
    expect(lender('profit')).toBeCloseTo(total('lenderProfit'), 8);
    expect(lender('realisedProfit')).toBeCloseTo(total('realisedProfit'), 8);
    for (const [k, name] of bookSums.entries()) {
      for (let j = 0; j < lenders.length; j++) {
        let counted = 0;
        for (let t = 0; t < 20; t++) {
          if (!counts(ledger, t)) continue;
          counted += ledger.books[(t * lenders.length + j) * bookSums.length + k];
        }
        if (name === 'apr') continue;
        const all = ledger.lenders[j * lenderSums.length + lenderSums.indexOf(name)];
        expect(counted, `${name} of ${j}`).toBeCloseTo(all, 9);
      }
      for (const t of [0, 7, 19]) {
        const ofAll = lenders.reduce(
          (sum, _, j) => sum + ledger.books[(t * lenders.length + j) * bookSums.length + k],
          0,
        );
        if (name === 'asked') continue;
        const names = {
          estimate: ['loanEstimate'],
          defaults: ['cannotPay', 'willNotPay'],
        } as const;
        const whole = (
          name === 'estimate' || name === 'defaults' ? names[name] : [name]
        ) as SumName[];
        const plain = whole.reduce((sum, one) => sum + sumOf(ledger, t, one), 0);
        expect(ofAll, `${name} in ${t}`).toBeCloseTo(plain, 9);
      }
    }
    let loans = 0;
    let estimates = 0;
    let missed = 0;
    for (let c = 0; c < ledger.prices.length; c += 3) {
      loans += ledger.prices[c];
      missed += ledger.prices[c + 1];
      estimates += ledger.prices[c + 2];
    }
    expect([loans, missed]).toEqual([total('loans'), bad]);
    expect(estimates).toBeCloseTo(total('loanEstimate'), 8);
    const histogram = (h: number) =>
      ledger.histograms.subarray(h * 1024, (h + 1) * 1024).reduce((sum, x) => sum + x, 0);
    expect(histogram(2) + histogram(3)).toBe(total('loans'));
    expect(histogram(3)).toBe(bad);
    expect(histogram(0) + histogram(1)).toBe(total('applications') * 2 ** 20);
    for (let trait = 0; trait < 5; trait++) {
      const of5 = [0, 1, 2, 3].map((c) =>
        [0, 1, 2, 3, 4].reduce((sum, q) => sum + ledger.quintiles[(trait * 5 + q) * 4 + c], 0),
      );
      expect(of5).toEqual([total('applications'), total('approvals'), total('loans'), bad]);
    }
  });

  it('defaults by age are all defaults', () => {
    const aged = ledger.ages.reduce((sum, x) => sum + x, 0);
    expect(aged).toBe(defaults);
    let all = 0;
    for (let t = 0; t < 20; t++)
      all += sumOf(ledger, t, 'cannotPay') + sumOf(ledger, t, 'willNotPay');
    expect(all).toBe(defaults);
    expect(sumOf(ledger, 10, 'owing')).toBeGreaterThan(100);
    expect(stocks).toBeGreaterThanOrEqual(sumOf(ledger, 10, 'owing'));
  });

  it('expects what happens', () => {
    const cannot = total('expectedCannotPay') / total('cannotPay');
    expect(cannot).toBeGreaterThan(0.75);
    expect(cannot).toBeLessThan(1.3);
  });

  it('counts whom somebody else can read', () => {
    const none = simulate(market, { rules: institutions.none.rules() });
    expect(none.covered).toBe(0);
    expect(ledger.covered).toBeGreaterThan(900);
    const negative = simulate(market, { rules: institutions['negative-only'].rules() });
    expect(negative.covered).toBeGreaterThan(100);
    expect(negative.covered).toBeLessThan(ledger.covered);
  });

  it('without tables has the same sums, and says so when it is asked for a table', () => {
    const bare = simulate(market, institution, 'actual', { tables: false });
    const names = ['sums', 'beliefs', 'posted', 'lenders', 'books', 'covered'] as const;
    for (const name of names) expect(bare[name]).toEqual(ledger[name]);
    expect(valuesIn(bare, ['welfare'])).toEqual(valuesIn(ledger, ['welfare']));
    for (const name of ['ages', 'prices', 'histograms', 'quintiles'] as const)
      expect(() => bare[name]).toThrow('without tables');
    expect(() => valuesIn(bare, ['auc-funded'])).toThrow('without tables');
  });
});
