import { describe, expect, it } from 'vitest';
import { hidden } from '../../../src/engine/columns/hidden.ts';
import { loanSums, slotStride } from '../../../src/engine/columns/loan-sums.ts';
import { outcome } from '../../../src/engine/columns/outcome.ts';
import { visible } from '../../../src/engine/columns/visible.ts';
import { Status, vintageStart } from '../../../src/engine/loans/book.ts';
import { balanceOf } from '../../../src/engine/loans/contract.ts';
import type { Observer } from '../../../src/engine/observe/observer.ts';
import { simulateWorlds } from '../../../src/engine/simulate.ts';
import { contractedStages } from '../../../src/engine/worlds/contractible-reference.ts';
import { marketOf } from '../economy.ts';
import { builtIn } from '../market.ts';

const term = 4;
const institution = builtIn('market-led');

describe('action contractible', () => {
  let compared = 0;
  const quarterEnd: Observer['quarterEnd'] = ({ world, book, motives, now, page, quarter }) => {
    if (world !== 'action-contractible') return;
    const wanted = new Float64Array(300);
    for (let age = Math.min(3, quarter); age >= 0; age--) {
      const left = term - age;
      const v = (quarter - age) % term;
      const start = vintageStart(book, page, v);
      for (let k = 0; k < book.count[page * term + v]; k++) {
        const local = v * book.capacity + k;
        if (now.wasOpen[local] === 0) continue;
        const at = start + k;
        const s = book.slot[at];
        expect([Status.open, Status.repaid, Status.cannotPay]).toContain(book.status[at]);
        const size = book.size[at];
        const pledge = size * visible.collateralOf[s];
        const loan = {
          left: left - 1,
          size,
          instalment: book.instalment[at],
          use: motives.use[at],
          collateral: pledge,
          recovery: 0.8,
          stigma: 0.3 * hidden.stigmaCost[s],
          ownStake: motives.ownStake[at],
          own: hidden.ownFailure[s],
          trouble: new Float64Array(left),
          share: new Float64Array(left),
          sharedStake: new Float64Array(left),
          recovered: new Float64Array(left),
        };
        for (let n = 1; n < left; n++) {
          const ahead = (left - n) * slotStride + s;
          const balance = balanceOf(book.instalment[at], book.rate[at], n);
          loan.trouble[n] = loanSums.liquidity[ahead];
          loan.share[n] = size / loanSums.sizes[ahead];
          loan.sharedStake[n] = loanSums.largestShared[ahead];
          loan.recovered[n] = Math.min(0.8 * pledge + 0.1 * balance, balance);
        }
        const out = {
          effort: new Float64Array(left),
          failure: new Float64Array(left),
          value: new Float64Array(left),
          joint: new Float64Array(left),
        };
        contractedStages(loan, { cost: 3.8, cap: 0.5, patience: 0.97 }, out);
        const later = out.joint[left - 1];
        // A loan signed now was thought through before others knew of it, an open one after.
        if (age > 0) expect(now.valueAfter[local]).toBeCloseTo(later, 11);
        const toLender = now.recovered[local] - now.collected[local];
        wanted[s] += motives.use[at] + 0.97 * now.valueAfter[local] + pledge - toLender;
      }
    }
    for (let s = 0; s < 300; s++) {
      if (wanted[s] === 0) continue;
      const h = loanSums.liquidity[s];
      const all = wanted[s] + 0.3 * hidden.stigmaCost[s];
      const e = Math.min(0.5, Math.max(0, ((1 - h) * all) / (3.8 * loanSums.sizes[s])));
      expect(outcome.effort[s]).toBeCloseTo(e, 11);
      expect(outcome.failure[s]).toBeCloseTo(h + (1 - h) * hidden.ownFailure[s] * (1 - e), 12);
      expect(outcome.refusal[s]).toBe(0);
      compared++;
    }
  };
  it('effort serves borrower and lender, nobody refuses', () => {
    simulateWorlds(marketOf(300, 8), institution, ['action-contractible'], {
      observer: { quarterEnd },
    });
    expect(compared).toBeGreaterThan(500);
  });
});
