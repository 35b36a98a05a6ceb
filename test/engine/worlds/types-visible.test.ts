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
import { economy, marketOf } from '../economy.ts';
import { builtIn } from '../market.ts';

const term = 4;
const cap = priceAtRate(0.09, term);
const choice = planChoice(economy);
const institution = builtIn('market-led');
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
