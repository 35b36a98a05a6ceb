import { hidden } from '../columns/hidden.ts';
import { loanSums } from '../columns/loan-sums.ts';
import { outcomeWriter } from '../columns/outcome.ts';
import { personMask, slotsPerPage } from '../columns/shape.ts';
import { visible } from '../columns/visible.ts';
import {
  Status,
  vintageStart,
  type LoanBook,
  type LoanQuarter,
  type Motives,
} from '../loans/book.ts';
import { owing, type LivePlan } from '../loans/outlook.ts';

/** Σ(Us1 − Us0) of a slot over its open loans, without the stigma of the event, which all share. */
const gain = new Float64Array(slotsPerPage);

/**
 * `chooseToday` where action is contracted (model.md §3.3): nobody who is able refuses, and effort maximises the sum of the
 * borrower and its lenders, e = clamp((1 − h)Σ(Us1 − Us0)/(ψΣS), 0, ē). Needs Ws_{n−1} in `now.valueAfter`, where
 * `contractAhead` puts it.
 */
export function contractToday(
  plan: LivePlan,
  book: LoanBook,
  motives: Motives,
  now: LoanQuarter,
  page: number,
  quarter: number,
): void {
  const { loans, setShared, setPerks, allPerks } = outcomeWriter;
  for (let k = 0; k < owing.n; k++) {
    const s = owing.slot[k];
    loans[s] = 0;
    setShared[s] = 0;
    setPerks[s] = 0;
    allPerks[s] = 0;
    gain[s] = 0;
  }
  for (let age = Math.min(book.term - 1, quarter); age >= 0; age--) {
    addLoans(plan, book, motives, now, page, (quarter - age) % book.term);
  }
  decide(plan);
}

/** Adds a vintage's open loans to the sums of their slots. */
function addLoans(
  { choice, recovery, perks }: LivePlan,
  book: LoanBook,
  motives: Motives,
  now: LoanQuarter,
  page: number,
  vintage: number,
): void {
  const { patience, collections } = choice;
  const { status, slot, lender, size } = book;
  const { loans, allPerks } = outcomeWriter;
  const { collateralOf } = visible;
  const start = vintageStart(book, page, vintage);
  const n = book.count[page * book.term + vintage];
  const local = vintage * book.capacity;
  for (let k = 0; k < n; k++) {
    const at = start + k;
    const open = Number(status[at] === Status.open);
    now.wasOpen[local + k] = open;
    if (open === 0) continue;
    const s = slot[at];
    const j = lender[at];
    const pledge = size[at] * collateralOf[s & personMask];
    const seized = recovery[j] * pledge;
    const balance = now.balance[local + k];
    const due = seized + collections * balance;
    const recovered = due < balance ? due : balance;
    const toLender = seized < recovered ? seized : recovered;
    now.recovered[local + k] = recovered;
    now.collected[local + k] = recovered - toLender;
    now.gain[local + k] = NaN; // in no set: nobody refuses
    loans[s] += 1;
    gain[s] += motives.use[at] + patience * now.valueAfter[local + k] + pledge - toLender;
    if (perks[j] > allPerks[s]) allPerks[s] = perks[j];
  }
}

/** Effort and failure of each slot. */
function decide({ choice }: LivePlan): void {
  const { effortCost, involuntaryShare } = choice;
  const mostEffort = choice.effortCap - 0; // a plain double to V8: see `stageOfBlock` of choice.ts
  const { slot, person, n } = owing;
  const { stigmaCost, ownFailure } = hidden;
  for (let k = 0; k < n; k++) {
    const s = slot[k];
    const i = person[k];
    const h = loanSums.liquidity[s];
    const total = loanSums.sizes[s];
    const all = gain[s] + involuntaryShare * stigmaCost[i];
    const wanted = ((1 - h) * all) / (effortCost * total);
    const e = wanted < 0 ? 0 : wanted > mostEffort ? mostEffort : wanted;
    outcomeWriter.sizes[s] = total;
    outcomeWriter.setSizes[s] = total;
    outcomeWriter.service[s] = loanSums.service[s];
    outcomeWriter.allShared[s] = loanSums.largestShared[s];
    outcomeWriter.liquidity[s] = h;
    outcomeWriter.effort[s] = e;
    outcomeWriter.failure[s] = h + (1 - h) * ownFailure[i] * (1 - e);
    outcomeWriter.refusal[s] = 0;
    outcomeWriter.tasteRefusing[s] = 0;
  }
}
