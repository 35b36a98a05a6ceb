import { describe, expect, it } from 'vitest';
import { hidden } from '../../src/engine/columns/hidden.ts';
import { outcome } from '../../src/engine/columns/outcome.ts';
import { visible } from '../../src/engine/columns/visible.ts';
import {
  counts,
  bookSums,
  lenderSums,
  sumNames,
  type Ledger,
  type SumName,
} from '../../src/engine/ledger.ts';
import { Status, vintageStart } from '../../src/engine/loans/book.ts';
import { worlds } from '../../src/engine/setup.ts';
import type { Observer } from '../../src/engine/observe/observer.ts';
import { simulate, simulateWorlds } from '../../src/engine/simulate.ts';
import { account, type Flows } from '../../src/engine/tally/account-reference.ts';
import { sumIndex } from '../../src/engine/tally/sum-index.ts';
import { institutions } from '../../src/institutions/registry.ts';
import { pageSize } from '../../src/random/draws.ts';
import { economy, lenders, marketOf } from './economy.ts';

const of = (ledger: Ledger, quarter: number, name: SumName) =>
  ledger.sums[quarter * sumNames.length + sumIndex[name]];

describe('welfare', () => {
  const market = marketOf(400, 14, { burnIn: 2 });
  for (const { id, rules } of Object.values(institutions)) {
    it(`is what is made less what is lost: ${id}`, () => {
      const leak = { chance: 0.001, loss: 0.2 };
      const institution = { rules: { ...rules(), perks: 0.02, costPerReport: 0.001, leak } };
      for (const ledger of Object.values(simulateWorlds(market, institution, worlds))) {
        for (let t = 0; t < 11; t++) {
          const sum = (name: SumName) => of(ledger, t, name);
          const lost =
            sum('outside') +
            sum('leakLosses') +
            sum('stigma') +
            sum('enforcement') +
            sum('collateralDestroyed') +
            sum('effortCost') +
            sum('perksLost') +
            sum('resources') +
            sum('institutionCost') +
            sum('misreportingCost');
          const welfare = sum('use') - lost + sum('funding') + sum('time');
          expect(Math.abs(welfare - sum('welfare'))).toBeLessThan(1e-12 * sum('use'));
          expect(sum('loans')).toBeGreaterThan(0);
        }
      }
    });
  }
});

describe('accounts over columns', () => {
  const kept = [
    'use',
    'stigma',
    'enforcement',
    'collateralDestroyed',
    'effort',
    'perks',
    'funding',
    'time',
    'taste',
    'borrower',
    'lender',
    'cannotPay',
    'willNotPay',
  ] as const;
  const flows = Object.fromEntries(kept.map((name) => [name, 0])) as unknown as Flows;

  it.each(['actual', 'action-contractible'] as const)('are the plain ones: %s', (world) => {
    const market = marketOf(700, 12);
    const institution = { rules: { ...institutions['market-led'].rules(), perks: 0.03 } };
    const totals = new Float64Array(12 * kept.length);
    const { behaviour, sanctions } = economy;
    const quarterEnd: Observer['quarterEnd'] = (seen) => {
      const { book, motives, now, page, quarter } = seen;
      if (seen.world !== world) return;
      for (let age = Math.min(3, quarter); age >= 0; age--) {
        const v = (quarter - age) % 4;
        const start = vintageStart(book, page, v);
        for (let k = 0; k < book.count[page * 4 + v]; k++) {
          const local = v * book.capacity + k;
          const at = start + k;
          const s = book.slot[at];
          if (now.wasOpen[local] === 0 || s >= pageSize) continue;
          const size = book.size[at];
          const e = outcome.effort[s];
          account(
            {
              age,
              size,
              instalment: book.instalment[at],
              use: motives.use[at],
              useToCome: behaviour.patience * now.useAfter[local],
              recovered: now.recovered[local],
              collections: now.collected[local],
              collateral: size * visible.collateralOf[s],
              enforcement: sanctions.enforcement * size,
              discount: 1 / 1.01,
              inSet: now.inSet[local],
              shareOfSet: now.inSet[local] * (size / outcome.setSizes[s]),
              share: size / outcome.sizes[s],
              toil: 0.5 * behaviour.effortCost * size * hidden.ownFailure[s] * e * e,
            },
            {
              failure: outcome.failure[s],
              refusal: outcome.refusal[s],
              stigma: hidden.stigmaCost[s],
              stigmaUnable: sanctions.involuntaryShare * hidden.stigmaCost[s],
              perksOfSet: outcome.setPerks[s],
              perksOfAll: outcome.allPerks[s],
              taste: outcome.tasteRefusing[s],
            },
            behaviour.patience,
            flows,
          );
          kept.forEach((flow, c) => (totals[(quarter - age) * kept.length + c] += flows[flow]));
        }
      }
    };
    const ledger = simulateWorlds(market, institution, [world], { observer: { quarterEnd } })[
      world
    ]!;
    for (let t = 0; t < 9; t++) {
      const plain = (name: (typeof kept)[number]) => totals[t * kept.length + kept.indexOf(name)];
      const near = (name: SumName, sum: number) =>
        expect(Math.abs(of(ledger, t, name) - sum), name).toBeLessThan(1e-10 * (1 + Math.abs(sum)));
      near('use', plain('use'));
      near('stigma', plain('stigma'));
      near('enforcement', plain('enforcement'));
      near('collateralDestroyed', plain('collateralDestroyed'));
      near('effortCost', plain('effort'));
      near('perksLost', plain('perks'));
      near('funding', plain('funding'));
      near('time', plain('time'));
      near('tasteRefusing', plain('taste'));
      near('borrowerSurplus', plain('borrower') - of(ledger, t, 'outside'));
      near('lenderInflow', plain('lender'));
      near('expectedCannotPay', plain('cannotPay'));
      near('expectedWillNotPay', plain('willNotPay'));
    }
  });
});

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
    for (let t = 0; t < 20; t++) if (counts(ledger, t)) sum += of(ledger, t, name);
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
        const plain = whole.reduce((sum, one) => sum + of(ledger, t, one), 0);
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
    for (let t = 0; t < 20; t++) all += of(ledger, t, 'cannotPay') + of(ledger, t, 'willNotPay');
    expect(all).toBe(defaults);
    expect(of(ledger, 10, 'owing')).toBeGreaterThan(100);
    expect(stocks).toBeGreaterThanOrEqual(of(ledger, 10, 'owing'));
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
});
