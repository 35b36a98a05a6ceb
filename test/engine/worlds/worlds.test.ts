import { describe, expect, it } from 'vitest';
import { hidden } from '../../../src/engine/columns/hidden.ts';
import { loanSums, slotStride } from '../../../src/engine/columns/loan-sums.ts';
import { outcome } from '../../../src/engine/columns/outcome.ts';
import { roll } from '../../../src/engine/columns/roll.ts';
import { lenderStride } from '../../../src/engine/columns/shape.ts';
import { terms } from '../../../src/engine/columns/terms.ts';
import { visible } from '../../../src/engine/columns/visible.ts';
import { priceAtRate } from '../../../src/engine/lenders/pricing-terms.ts';
import { quotes } from '../../../src/engine/lenders/quotes.ts';
import { Status, vintageStart } from '../../../src/engine/loans/book.ts';
import { planChoice } from '../../../src/engine/loans/choice-plan.ts';
import { liquidityHazard } from '../../../src/engine/loans/trouble.ts';
import { lookAhead } from '../../../src/engine/loans/choice-reference.ts';
import { balanceOf, contractRate } from '../../../src/engine/loans/contract.ts';
import type { Observer } from '../../../src/engine/observe/observer.ts';
import { simulateWorlds } from '../../../src/engine/simulate.ts';
import { contractedStages } from '../../../src/engine/worlds/contractible-reference.ts';
import {
  mostTries,
  nextPrice,
  presentValue,
  shortfallAllowed,
} from '../../../src/engine/worlds/present-value.ts';
import { stakesWith } from '../../../src/engine/worlds/price-by-type.ts';
import { institutions } from '../../../src/institutions/registry.ts';
import { economy, marketOf } from '../economy.ts';

const term = 4;
const cap = priceAtRate(0.09, term);
const choice = planChoice(economy);
const institution = { rules: institutions['market-led'].rules() };
const fee = 0.002;

/** Stages of the loan that row r applies for, from lender j at price D: chance to pay and what is recovered, at [n]. */
function stagesAt(r: number, j: number, D: number) {
  const i = roll.person[r];
  const s = roll.slot[r];
  const size = visible.size[r];
  const at = j * lenderStride + r;
  const loan = {
    size,
    instalment: (D * size) / term,
    rate: contractRate(D, term),
    use: (hidden.use[r] * size) / term,
    ownStake: stakesWith.ownStake[at],
    sharedStake: stakesWith.sharedStake[at],
    recovery: 0.8,
  };
  const ahead = [0, 1, 2, 3];
  const stages = lookAhead(
    economy,
    {
      ownFailure: hidden.ownFailure[i],
      stigmaCost: hidden.stigmaCost[i],
      noise: hidden.noise[i],
      collateral: visible.collateralOf[i],
    },
    loan,
    {
      liquidity: ahead.map((x) =>
        liquidityHazard(choice, i, loanSums.service[x * slotStride + s] + loan.instalment, x),
      ),
      sizes: ahead.map((x) => loanSums.sizes[x * slotStride + s] + size),
      largestShared: ahead.map((x) =>
        Math.max(loanSums.largestShared[x * slotStride + s], loan.sharedStake),
      ),
    },
    term,
    term,
  );
  const pays = Float64Array.of(NaN, ...stages.map((stage) => (1 - stage.failure) * stage.willing));
  const recovered = Float64Array.of(NaN, ...stages.map((stage) => stage.recovered));
  return { loan, pays, recovered };
}

/** The same where action is contracted: no stake matters. */
function contractedAt(r: number, _: number, D: number) {
  const i = roll.person[r];
  const s = roll.slot[r];
  const size = visible.size[r];
  const instalment = (D * size) / term;
  const rate = contractRate(D, term);
  const pledge = size * visible.collateralOf[i];
  const column = (of: (n: number) => number) => Float64Array.from([0, 1, 2, 3, 4], of);
  const ahead = (n: number) => (term - n) * slotStride + s;
  const recovered = column((n) => {
    const balance = balanceOf(instalment, rate, n);
    return Math.min(0.8 * pledge + 0.1 * balance, balance);
  });
  const out = {
    effort: column(() => 0),
    failure: column(() => 0),
    value: column(() => 0),
    joint: column(() => 0),
  };
  contractedStages(
    {
      left: term,
      size,
      instalment,
      use: (hidden.use[r] * size) / term,
      collateral: pledge,
      recovery: 0.8,
      stigma: 0.3 * hidden.stigmaCost[i],
      ownStake: 0,
      own: hidden.ownFailure[i],
      trouble: column((n) =>
        n === 0
          ? NaN
          : liquidityHazard(choice, i, loanSums.service[ahead(n)] + instalment, term - n),
      ),
      share: column((n) => (n === 0 ? NaN : size / (loanSums.sizes[ahead(n)] + size))),
      sharedStake: column(() => 0),
      recovered,
    },
    { cost: 3.8, cap: 0.5, patience: 0.97 },
    out,
  );
  return { loan: { instalment }, pays: out.failure.map((F) => 1 - F), recovered };
}

/** The exact break-even price, plainly. */
function plainPrice(r: number, j: number, stages: typeof contractedAt): number {
  const size = visible.size[r];
  const annuity = [1, 2, 3, 4].reduce((sum, x) => sum + 1.01 ** -x, 0);
  const worth = { value: 0, pd: 0 };
  let D = 1;
  for (let tries = 0; tries < mostTries; tries++) {
    if (D > cap) return Infinity;
    const { loan, pays, recovered } = stages(r, j, D);
    presentValue(term, size, loan.instalment, pays, recovered, 1 / 1.01, worth);
    const shortfall = 1.041 + fee / size - worth.value;
    if (shortfall <= shortfallAllowed) return D;
    D = nextPrice(D, shortfall, annuity / term, worth.pd);
  }
  return Infinity;
}

describe.each([
  ['types-visible', stagesAt],
  ['full-information', contractedAt],
] as const)('types visible: %s', (name, stages) => {
  let compared = 0;
  let refused = 0;
  const quarterEnd: Observer['quarterEnd'] = ({ world, quarter }) => {
    if (world !== name || quarter < 5) return;
    for (let r = 0; r < roll.n; r++) {
      if (outcome.taken[r] === 1) continue; // its loan is in the sums by now
      let lowest = Infinity;
      let safest = -1;
      for (let q = 0; q < roll.askedCount[r]; q++) {
        const j = roll.askedAt[q * lenderStride + r];
        const price = plainPrice(r, j, stages);
        const found = quotes.breakEven[q * lenderStride + r];
        if (price === Infinity) expect(found).toBe(Infinity);
        else expect(found).toBeCloseTo(price, 9);
        compared++;
        if (terms.approved[r] === 1) continue;
        const pd =
          1 -
          stages(r, j, cap)
            .pays.slice(1)
            .reduce((all, p) => all * p, 1);
        if (pd < lowest || (pd === lowest && j < safest)) {
          lowest = pd;
          safest = j;
        }
      }
      expect(terms.estimate[r]).toBe(outcome.pd[r]);
      if (terms.approved[r] === 1) continue;
      refused++;
      expect(outcome.pd[r]).toBeCloseTo(lowest, 9);
      expect(terms.lender[r]).toBe(safest);
      expect(terms.explored[r]).toBe(0);
    }
  };
  it('lenders break even exactly; who refuses leaves the lowest PD at the cap', () => {
    simulateWorlds(marketOf(300, 8), institution, [name], { observer: { quarterEnd } });
    expect(compared).toBeGreaterThan(300);
    expect(refused).toBeGreaterThan(3);
  });
});

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

describe('sanctions', () => {
  const market = marketOf(400, 24, {
    economy: { ...economy, reputation: { ...economy.reputation, twins: 0.3, twinFrom: 6 } },
  });
  it('held: the other worlds use what the actual one believed, and have no twins', () => {
    const ledgers = simulateWorlds(market, institution, ['types-visible', 'action-contractible']);
    const { actual, 'types-visible': visibleTypes, 'action-contractible': contracted } = ledgers;
    for (const other of [visibleTypes!, contracted!]) {
      expect(other.posted.learned).toEqual(actual!.posted.learned);
      expect(other.beliefs[23 * 5]).toBe(actual!.beliefs[23 * 5]);
      expect(other.beliefs[23 * 5 + 3]).toBe(0);
    }
    expect(actual!.beliefs[23 * 5]).not.toBe(1);
    expect(contracted!.posted.cards).not.toEqual(actual!.posted.cards);
    // Who learns no cards shows those that its sanctions are reckoned with.
    expect(visibleTypes!.posted.cards).toEqual(actual!.posted.cards);
  });
  it('relearned: each has its own', () => {
    const ledgers = simulateWorlds(market, institution, ['types-visible'], {
      sanctions: 'relearned',
    });
    const other = ledgers['types-visible']!;
    expect(other.posted.learned).not.toEqual(ledgers.actual!.posted.learned);
    expect(other.posted.cards.subarray(13 * 7 * 23, 13 * 7 * 23 + 13)[0]).not.toBe(-2.2);
    expect(other.beliefs[23 * 5 + 4]).toBeGreaterThan(0);
  });
});
