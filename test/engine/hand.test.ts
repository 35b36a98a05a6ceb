import { expect, it } from 'vitest';
import { hiddenWriter, stakesWriter } from '../../src/engine/columns/hidden.ts';
import { outcome, outcomeWriter } from '../../src/engine/columns/outcome.ts';
import { rollWriter } from '../../src/engine/columns/roll.ts';
import { termsWriter } from '../../src/engine/columns/terms.ts';
import { signalsWriter } from '../../src/engine/columns/visible.ts';
import { createLoanBook, createLoanQuarter, createMotives } from '../../src/engine/loans/book.ts';
import { chooseAhead } from '../../src/engine/loans/choice.ts';
import { planChoice } from '../../src/engine/loans/choice-plan.ts';
import { expectTroubleWith } from '../../src/engine/loans/trouble.ts';
import { writeContracts } from '../../src/engine/loans/contract.ts';
import { listOwing, planLiving } from '../../src/engine/loans/outlook.ts';
import { settle } from '../../src/engine/loans/settle.ts';
import { sign } from '../../src/engine/loans/sign.ts';
import { planTakeUp, tryContracts } from '../../src/engine/loans/take-up.ts';
import { trial } from '../../src/engine/loans/trial.ts';
import { chooseToday } from '../../src/engine/loans/today.ts';
import { plainMemory } from '../../src/engine/memory/allocate.ts';
import type { Economy } from '../../src/engine/parameters.ts';
import { offerWorth, weighOffers } from '../../src/engine/stake/offer-worth.ts';
import { planTally, tallyCount } from '../../src/engine/tally/plan.ts';
import { sumIndex } from '../../src/engine/tally/sum-index.ts';
import { completeSums, enterTotals, tally } from '../../src/engine/tally/tally.ts';
import type { SumName } from '../../src/engine/ledger.ts';
import { exp } from '../../src/math/exp.ts';
import { logistic } from '../../src/math/logistic.ts';
import { economy as prototype } from './economy.ts';

const room = { room: 'sure', twins: true, scored: true } as const;

const economy: Economy = { ...prototype, loan: { ...prototype.loan, term: 1 } };
const lenders = [
  { id: 'bank', kind: 'bank', share: 1, funding: 0.01, operating: 0.041, recovery: 0.8 },
] as const;

/** The borrower that docs/model.md works through by hand. */
it('a borrower by hand, from hazards to welfare', () => {
  const market = { borrowers: 1, quarters: 2, burnIn: 0, seed: [1, 2] as const, economy, lenders };
  const income = 1.5 * exp(0.6 * 0.5 - 0.18);
  const mean = 1.12952817355;
  const zeta = -0.166;
  rollWriter.first = 0;
  rollWriter.size = 1;
  rollWriter.n = 1;
  rollWriter.leafOriginals.fill(1);
  rollWriter.leafEnd.fill(1);
  rollWriter.slot[0] = 0;
  rollWriter.person[0] = 0;
  rollWriter.rowOf[0] = 0;
  rollWriter.askedCount[0] = 1;
  rollWriter.askedAt[0] = 0;
  hiddenWriter.income[0] = income;
  hiddenWriter.debtWeight[0] = 0.31 / income;
  hiddenWriter.strain[0] = 0;
  hiddenWriter.safe[0] = 0;
  hiddenWriter.third[0] = 0;
  hiddenWriter.liquidityOdds[0] = exp(-(7.62 + zeta));
  hiddenWriter.ownFailure[0] = logistic(-(4.69 + zeta));
  hiddenWriter.stigmaCost[0] = mean;
  hiddenWriter.noise[0] = 0.19 * mean;
  hiddenWriter.outside[0] = -0.026;
  hiddenWriter.use[0] = 1.5261678746;
  stakesWriter.ownStake[0] = 0.2;
  stakesWriter.sharedStake[0] = 0.1;
  signalsWriter.collateralOf[0] = 0.1;
  signalsWriter.size[0] = 1.2;
  termsWriter.lender[0] = 0;
  termsWriter.approved[0] = 1;
  termsWriter.explored[0] = 0;
  termsWriter.price[0] = 1.1;
  writeContracts(1);
  const choice = planChoice(economy);
  const take = planTakeUp(economy, lenders);
  tryContracts(take);
  expectTroubleWith(choice, 1, 1);
  chooseAhead(choice, 1, 1, 1, 1, true);
  // take-up by hand: the draw is not worked through
  outcomeWriter.taken[0] = 1;
  const book = createLoanBook(economy, 1, room, plainMemory);
  const motives = createMotives(book, plainMemory);
  const now = createLoanQuarter(1, book.capacity);
  const value = trial.value[0];
  const pd = 1 - trial.survival[0];
  const x = (value / 1.2 + 0.026) / 0.366;
  expect(value).toBeCloseTo(0.498245136695, 10);
  expect(pd).toBeCloseTo(0.0105333215195, 10);
  expect(x).toBeCloseTo(1.20547617645, 9);
  expect(logistic(x)).toBeCloseTo(0.769497531998, 10);
  outcomeWriter.appeal[0] = x;
  outcomeWriter.accepts[0] = logistic(x);
  outcomeWriter.indifference[0] = exp(-x);
  outcomeWriter.pd[0] = pd;
  outcomeWriter.share[0] = 1;
  outcomeWriter.largestShared[0] = 0.1;
  weighOffers(take.taste);
  expect(offerWorth.taste[0]).toBeCloseTo(0.237116511169, 10);
  sign(book, motives, now, new Uint8Array(1), 0, 0);
  listOwing();
  const living = planLiving(lenders, choice, new Float64Array(1));
  chooseToday(living, book, motives, now, 0, 0);
  expect(outcome.effort[0]).toBeCloseTo(0.304768032666, 10);
  expect(outcome.failure[0]).toBeCloseTo(0.00819087912655, 12);
  expect(1 - outcome.refusal[0]).toBeCloseTo(0.997638212491, 10);
  outcomeWriter.event[0] = 0;
  settle(book, now, 0, 0);

  const zero = {
    inquires: [0],
    fee: new Float64Array(1),
    leaks: new Float64Array(1),
    cost: new Float64Array(1),
  };
  const plan = planTally(market, zero, 1.36);
  const sums = new Float64Array(tallyCount(plan));
  tally(plan, book, motives, now, 0, 0, sums, 0, sums.length);
  const rows = new Float64Array(2 * Object.keys(sumIndex).length);
  enterTotals(plan, sums, 0, 0, rows, new Float64Array(20), new Float64Array(14));
  completeSums(rows);
  const byHand: Partial<Record<SumName, number>> = {
    use: 1.81640066161,
    instalments: 1.30609601559,
    collectionsTaken: 0.00126399858234,
    collateralLost: 0.00126399858234,
    stigma: 0.00542140329962,
    enforcement: 0.00222063538849,
    effortCost: 0.0022721689908,
    outside: -0.0312,
    borrowerSurplus: 0.529062441176,
    lenderInflow: 1.29541704262,
    resources: 1.2492,
    lenderProfit: 0.0462170426163,
    welfare: 0.575279483792,
    collateralDestroyed: 0.000252799716468,
    funding: -0.0129541704262,
    time: 0,
    tasteRefusing: 0.00354269197481,
    tasteTaking: 0.237116511169,
    loans: 1,
    openLoans: 1,
    principal: 1.2,
    apr: 0.4,
    totalCost: 0.1,
    openBalance: 1.2,
    service: 1.32,
    owing: 1,
    applications: 1,
    approvals: 1,
    effort: 0.304768032666,
    loanQuarters: 1,
    safeApplications: 0,
    realisedProfit: 1.32 / 1.01 - 1.2492,
  };
  for (const [name, sum] of Object.entries(byHand)) {
    expect(rows[sumIndex[name as SumName]], name).toBeCloseTo(sum, 10);
  }
});
