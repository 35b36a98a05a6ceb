import { hidden } from '../columns/hidden.ts';
import { outcome } from '../columns/outcome.ts';
import { maxLenders, maxRows } from '../columns/shape.ts';
import { visible } from '../columns/visible.ts';
import {
  Status,
  vintageStart,
  type LoanBook,
  type LoanQuarter,
  type Motives,
} from '../loans/book.ts';
import { enterDefault, enterReceived } from './books.ts';
import type { TallyPlan } from './plan.ts';
import { lenderSumCount, lenderSumIndex, sumIndex } from './sum-index.ts';

/** Loans of a leaf's vintage that live through the quarter, by place in the vintage. One more: lists are branch-free. */
const living = new Int32Array(maxRows + 1);
/** What each lender is expected to receive this quarter from them, and what it does receive. */
const expected = new Float64Array(maxLenders);
const received = new Float64Array(maxLenders);

/**
 * What a leaf's loans of one vintage bring in a quarter, places `from … to − 1` of the vintage, into the sums of their
 * quarter of signing at `at`, the lenders' books of that quarter at `byQuarter` and, if it counts, the lenders' sums at
 * `books`: the plain version is `account` of
 * account-reference.ts. After `settle`, before balances move on.
 *
 * All loans of a vintage have the same age, so that discounting waits for their sums.
 */
export function sumAccounts(
  plan: TallyPlan,
  book: LoanBook,
  motives: Motives,
  now: LoanQuarter,
  page: number,
  vintage: number,
  age: number,
  from: number,
  to: number,
  sums: Float64Array,
  at: number,
  books: number,
  byQuarter: number,
  counted: boolean,
): void {
  const start = vintageStart(book, page, vintage);
  const local = vintage * book.capacity;
  let n = 0;
  for (let k = from; k < to; k++) {
    living[n] = k;
    n += now.wasOpen[local + k];
  }
  expected.fill(0, 0, plan.lenders);
  received.fill(0, 0, plan.lenders);
  sumPayments(plan, book, now, start, local, n, sums, at, plan.patience[age]);
  sumBurdens(plan, book, motives, now, start, local, n, sums, at, plan.patience[age]);
  sumOutcomes(book, now, age, start, local, n, sums, at);
  discountPayments(plan, age, sums, at, books, byQuarter, counted);
  countDefaults(plan, book, age, start, n, sums, books, byQuarter, counted);
}

/** Instalments, and what is lost and recovered in default. */
function sumPayments(
  { delta }: TallyPlan,
  book: LoanBook,
  now: LoanQuarter,
  start: number,
  local: number,
  n: number,
  sums: Float64Array,
  at: number,
  weight: number,
): void {
  const { slot, lender, size, instalment } = book;
  const { failure, refusal } = outcome;
  const { collateralOf } = visible;
  let paid = 0;
  let taken = 0;
  let lost = 0;
  let destroyed = 0;
  let unable = 0;
  let unwilling = 0;
  let useAfter = 0;
  for (let m = 0; m < n; m++) {
    const k = living[m];
    const s = slot[start + k];
    const F = failure[s];
    const refuses = now.inSet[local + k] * (1 - F) * refusal[s];
    const pays = 1 - F - refuses;
    const bad = F + refuses;
    const due = instalment[start + k];
    const recovered = now.recovered[local + k];
    const collected = now.collected[local + k];
    const pledge = size[start + k] * collateralOf[s];
    paid += pays * due;
    taken += bad * collected;
    lost += bad * pledge;
    destroyed += bad * (pledge - (recovered - collected));
    unable += F;
    unwilling += refuses;
    useAfter += refuses * now.useAfter[local + k];
    expected[lender[start + k]] += pays * due + bad * recovered;
  }
  sums[at + sumIndex.instalments] += weight * paid;
  sums[at + sumIndex.collectionsTaken] += weight * taken;
  sums[at + sumIndex.collateralLost] += weight * lost;
  sums[at + sumIndex.collateralDestroyed] += weight * destroyed;
  sums[at + sumIndex.use] += weight * delta * useAfter;
  sums[at + sumIndex.expectedCannotPay] += unable;
  sums[at + sumIndex.expectedWillNotPay] += unwilling;
  sums[at + sumIndex.loanQuarters] += n;
}

/** Use, and what the event costs: of a borrower's event each loan bears its share by size. */
function sumBurdens(
  { enforcement, involuntaryShare, effortCost }: TallyPlan,
  book: LoanBook,
  motives: Motives,
  now: LoanQuarter,
  start: number,
  local: number,
  n: number,
  sums: Float64Array,
  at: number,
  weight: number,
): void {
  const { slot, size } = book;
  const { failure, refusal, effort, sizes, setSizes, setPerks, allPerks, tasteRefusing } = outcome;
  const { stigmaCost, ownFailure } = hidden;
  let use = 0;
  let stigma = 0;
  let legal = 0;
  let perks = 0;
  let toil = 0;
  let efforts = 0;
  let taste = 0;
  for (let m = 0; m < n; m++) {
    const k = living[m];
    const s = slot[start + k];
    const S_j = size[start + k];
    const F = failure[s];
    const able = 1 - F;
    const inSet = now.inSet[local + k];
    const ofSet = (inSet * S_j) / setSizes[s];
    const ofAll = S_j / sizes[s];
    const refuses = able * refusal[s];
    const e = effort[s];
    use += able * motives.use[start + k];
    stigma += (refuses * ofSet + F * involuntaryShare * ofAll) * stigmaCost[s];
    legal += inSet * refuses * S_j;
    perks += refuses * ofSet * setPerks[s] + F * ofAll * allPerks[s];
    toil += S_j * ownFailure[s] * e * e;
    efforts += e;
    taste += ofSet * able * tasteRefusing[s];
  }
  sums[at + sumIndex.use] += weight * use;
  sums[at + sumIndex.stigma] += weight * stigma;
  sums[at + sumIndex.enforcement] += weight * enforcement * legal;
  sums[at + sumIndex.perksLost] += weight * perks;
  sums[at + sumIndex.effortCost] += weight * 0.5 * effortCost * toil;
  sums[at + sumIndex.effort] += efforts;
  sums[at + sumIndex.tasteRefusing] += weight * taste;
}

/** What does happen. */
function sumOutcomes(
  book: LoanBook,
  now: LoanQuarter,
  age: number,
  start: number,
  local: number,
  n: number,
  sums: Float64Array,
  at: number,
): void {
  const { lender, status, size, instalment, estimate } = book;
  let cannot = 0;
  let willNot = 0;
  let lent = 0;
  let paid = 0;
  let balances = 0;
  let back = 0;
  let brier = 0;
  for (let m = 0; m < n; m++) {
    const k = living[m];
    const after = status[start + k];
    const bad = Number(after === Status.cannotPay) + Number(after === Status.willNotPay);
    const ended = Number(after !== Status.open);
    const recovered = now.recovered[local + k];
    const miss = bad - estimate[start + k];
    cannot += Number(after === Status.cannotPay);
    willNot += Number(after === Status.willNotPay);
    lent += bad * size[start + k];
    paid += bad * age * instalment[start + k];
    balances += bad * now.balance[local + k];
    back += bad * recovered;
    brier += ended * miss * miss;
    received[lender[start + k]] += bad * recovered + (1 - bad) * instalment[start + k];
  }
  sums[at + sumIndex.cannotPay] += cannot;
  sums[at + sumIndex.willNotPay] += willNot;
  sums[at + sumIndex.defaultedPrincipal] += lent;
  sums[at + sumIndex.paidBeforeDefault] += paid;
  sums[at + sumIndex.defaultedBalance] += balances;
  sums[at + sumIndex.recovered] += back;
  sums[at + sumIndex.fundedBrier] += brier;
}

/** What lenders receive, discounted to signing at their own cost of money, and the wedges between that and δ. */
function discountPayments(
  { lenders, discount, patience }: TallyPlan,
  age: number,
  sums: Float64Array,
  at: number,
  books: number,
  byQuarter: number,
  counted: boolean,
): void {
  for (let j = 0; j < lenders; j++) {
    const before = discount[age * lenders + j];
    const after = discount[(age + 1) * lenders + j];
    sums[at + sumIndex.lenderInflow] += after * expected[j];
    sums[at + sumIndex.funding] += (after - before) * expected[j];
    sums[at + sumIndex.time] += (before - patience[age]) * expected[j];
    sums[at + sumIndex.realisedProfit] += after * received[j];
    enterReceived(lenders, age, j, after * received[j], sums, byQuarter);
    if (!counted) continue;
    sums[books + j * lenderSumCount + lenderSumIndex.profit] += after * expected[j];
    sums[books + j * lenderSumCount + lenderSumIndex.realisedProfit] += after * received[j];
  }
}

function countDefaults(
  { lenders }: TallyPlan,
  { lender, status }: LoanBook,
  age: number,
  start: number,
  n: number,
  sums: Float64Array,
  books: number,
  byQuarter: number,
  counted: boolean,
): void {
  for (let m = 0; m < n; m++) {
    const at = start + living[m];
    if (status[at] !== Status.cannotPay && status[at] !== Status.willNotPay) continue;
    enterDefault(lenders, age, lender[at], sums, byQuarter);
    if (counted) sums[books + lender[at] * lenderSumCount + lenderSumIndex.defaults] += 1;
  }
}
