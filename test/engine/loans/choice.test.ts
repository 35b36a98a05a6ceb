import { beforeEach, expect, it } from 'vitest';
import { hidden, hiddenWriter } from '../../../src/engine/columns/hidden.ts';
import { loanSums, loanSumsWriter, slotStride } from '../../../src/engine/columns/loan-sums.ts';
import { maxRows } from '../../../src/engine/columns/shape.ts';
import { signalsWriter, visible } from '../../../src/engine/columns/visible.ts';
import { chooseAhead } from '../../../src/engine/loans/choice.ts';
import { planChoice } from '../../../src/engine/loans/choice-plan.ts';
import { expectTroubleWith, liquidityHazard } from '../../../src/engine/loans/trouble.ts';
import {
  lookAhead,
  type Chooser,
  type LoanTerms,
  type Outlook,
} from '../../../src/engine/loans/choice-reference.ts';
import { trial } from '../../../src/engine/loans/trial.ts';
import { economy } from '../economy.ts';

/** Small repeatable numbers in 0..1. */
let state = 1;
const next = () => (state = (state * 48271) % 2147483647) / 2147483647;
beforeEach(() => {
  state = 1;
});

const plan = planChoice(economy);
const { term } = economy.loan;

/** Fills place k of the columns with a borrower who may owe others. */
function draw(k: number): void {
  trial.slot[k] = k;
  trial.person[k] = k;
  const size = 0.2 + 3 * next();
  const price = 1 + 0.25 * next();
  trial.size[k] = size;
  trial.instalment[k] = (price * size) / term;
  trial.rate[k] = 0.1 * next();
  trial.use[k] = (1.7 * size) / term;
  trial.ownStake[k] = next();
  trial.sharedStake[k] = next();
  trial.recovery[k] = next();
  hiddenWriter.debtWeight[k] = economy.hazard.debt / (0.3 + 4 * next());
  hiddenWriter.liquidityOdds[k] = 0.1 * next() * next();
  hiddenWriter.ownFailure[k] = 0.3 * next() * next();
  hiddenWriter.strain[k] = Number(next() < 0.3);
  hiddenWriter.stigmaCost[k] = 2 * next();
  hiddenWriter.noise[k] = 0.3 * next();
  signalsWriter.collateralOf[k] = 0.3 * next();
  let sizes = 0;
  let service = 0;
  let largest = 0;
  for (let x = term - 1; x >= 0; x--) {
    if (next() < 0.5) {
      sizes += next();
      service += 0.3 * next();
      largest = Math.max(largest, 1.5 * next());
    }
    loanSumsWriter.sizes[x * slotStride + k] = sizes;
    loanSumsWriter.service[x * slotStride + k] = service;
    loanSumsWriter.largestShared[x * slotStride + k] = largest;
  }
}

function plainly(k: number): { who: Chooser; loan: LoanTerms; outlook: Outlook } {
  const who: Chooser = {
    ownFailure: hidden.ownFailure[k],
    stigmaCost: hidden.stigmaCost[k],
    noise: hidden.noise[k],
    collateral: visible.collateralOf[k],
  };
  const loan: LoanTerms = {
    size: trial.size[k],
    instalment: trial.instalment[k],
    rate: trial.rate[k],
    use: trial.use[k],
    ownStake: trial.ownStake[k],
    sharedStake: trial.sharedStake[k],
    recovery: trial.recovery[k],
  };
  const ahead = Array.from({ length: term }, (_, x) => x);
  const outlook: Outlook = {
    liquidity: ahead.map((x) =>
      liquidityHazard(plan, k, loanSums.service[x * slotStride + k] + loan.instalment, x),
    ),
    sizes: ahead.map((x) => loanSums.sizes[x * slotStride + k] + loan.size),
    largestShared: ahead.map((x) =>
      Math.max(loanSums.largestShared[x * slotStride + k], loan.sharedStake),
    ),
  };
  return { who, loan, outlook };
}

it('the recursion over columns is the plain one, to the bit', () => {
  const n = 500;
  for (let k = 0; k < n; k++) draw(k);
  expectTroubleWith(plan, n, term);
  chooseAhead(plan, n, term, term, 1, true);
  for (let k = 0; k < n; k++) {
    const { who, loan, outlook } = plainly(k);
    const stages = lookAhead(economy, who, loan, outlook, term, term);
    const last = stages[term - 1];
    expect(trial.value[k]).toBe(last.value);
    expect(trial.useAlone[k]).toBe(last.useAlone);
    expect(trial.valueBefore[k]).toBe(stages[term - 2].value);
    let survival = 1;
    stages.forEach(({ failure, willing, recovered }, at) => {
      const x = term - at - 1;
      survival *= (1 - failure) * willing;
      expect(trial.pays[x * maxRows + k]).toBeCloseTo((1 - failure) * willing, 13);
      expect(trial.recovered[x * maxRows + k]).toBe(recovered);
    });
    expect(trial.survival[k]).toBeCloseTo(survival, 13);
  }
});

it('effort is the one that maximises the value of the loan', () => {
  for (let k = 0; k < 200; k++) {
    draw(k);
    const { who, loan, outlook } = plainly(k);
    const [{ effort, value }] = lookAhead(economy, who, loan, outlook, 1, 1);
    for (const share of [0, 0.5, 0.99]) {
      const behaviour = { ...economy.behaviour, effortCap: effort * share };
      const [less] = lookAhead({ ...economy, behaviour }, who, loan, outlook, 1, 1);
      expect(less.value).toBeLessThanOrEqual(value + 1e-12);
    }
  }
});

it('a higher hazard at the same stake lowers no life PD', () => {
  for (let k = 0; k < 400; k++) {
    draw(k);
    const { who, loan, outlook } = plainly(k);
    const pd = (own: number, liquidity: number) => {
      const worse = {
        ...outlook,
        liquidity: Array.from(outlook.liquidity, (h) => (h * liquidity) / (1 - h + h * liquidity)),
      };
      const odds = (who.ownFailure / (1 - who.ownFailure)) * own;
      const failing = { ...who, ownFailure: odds / (1 + odds) };
      let survival = 1;
      for (const stage of lookAhead(economy, failing, loan, worse, term, term)) {
        survival *= (1 - stage.failure) * stage.willing;
      }
      return 1 - survival;
    };
    expect(pd(1.05, 1)).toBeGreaterThanOrEqual(pd(1, 1) - 1e-9);
    expect(pd(1, 1.05)).toBeGreaterThanOrEqual(pd(1, 1) - 1e-9);
  }
});
