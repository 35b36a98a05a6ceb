import { either } from '../../math/either.ts';
import { exp, log1pUnit } from '../../math/exp.ts';
import { hidden } from '../columns/hidden.ts';
import { loanSums } from '../columns/loan-sums.ts';
import { outcome, outcomeWriter } from '../columns/outcome.ts';
import { personMask, slotsPerPage } from '../columns/shape.ts';
import { visible } from '../columns/visible.ts';
import { Status, vintageStart, type LoanBook, type LoanQuarter, type Motives } from './book.ts';
import { owing, type LivePlan } from './outlook.ts';

const slots = () => new Float64Array(slotsPerPage);

/** Sums of a slot over its open loans on which today's choice depends. */
export const joint = {
  /** Σ(υ − I + δW) and Σ(ℓS + cb + V_o). */
  going: slots(),
  loss: slots(),
  /** Σg over the set. */
  gain: slots(),
  /** The largest g, and its lender: the earlier one of two that are equal. */
  best: slots(),
  bestLender: new Uint8Array(slotsPerPage),
  bestSize: slots(),
  bestShared: slots(),
};

/**
 * Today's choice over all open loans of each slot: who pays everything, who would refuse which loans, how much effort is made.
 * Fills `outcome` by slot, and the quarter of each loan; `lookPastToday` comes before.
 */
export function chooseToday(
  plan: LivePlan,
  book: LoanBook,
  motives: Motives,
  now: LoanQuarter,
  page: number,
  quarter: number,
): void {
  startSums();
  for (let age = Math.min(book.term - 1, quarter); age >= 0; age--) {
    addLoans(plan, book, motives, now, page, (quarter - age) % book.term);
  }
  completeSets(plan);
  decide(plan);
}

function startSums(): void {
  const { slot, n } = owing;
  const { loans, setSizes, setShared, setPerks, allPerks } = outcomeWriter;
  for (let k = 0; k < n; k++) {
    const s = slot[k];
    loans[s] = 0;
    setSizes[s] = 0;
    setShared[s] = -Infinity;
    setPerks[s] = 0;
    allPerks[s] = 0;
    joint.going[s] = 0;
    joint.loss[s] = 0;
    joint.gain[s] = 0;
    joint.best[s] = -Infinity;
  }
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
  const { patience, enforcement, collections } = choice;
  const { status, slot, lender, size, instalment } = book;
  const { loans, setSizes, setShared, setPerks, allPerks } = outcomeWriter;
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
    const collected = recovered - (seized < recovered ? seized : recovered);
    const own = motives.ownStake[at];
    const value = patience * now.valueAfter[local + k];
    const use = patience * now.useAfter[local + k];
    const gain = instalment[at] - value + use - size[at] * enforcement - pledge - collected - own;
    now.recovered[local + k] = recovered;
    now.collected[local + k] = collected;
    now.gain[local + k] = gain;
    loans[s] += 1;
    joint.going[s] += motives.use[at] - instalment[at] + value;
    joint.loss[s] += pledge + collected + own;
    if (perks[j] > allPerks[s]) allPerks[s] = perks[j];
    if (gain > 0) {
      joint.gain[s] += gain;
      setSizes[s] += size[at];
      if (motives.sharedStake[at] > setShared[s]) setShared[s] = motives.sharedStake[at];
      if (perks[j] > setPerks[s]) setPerks[s] = perks[j];
    }
    if (gain > joint.best[s] || (gain === joint.best[s] && j < joint.bestLender[s])) {
      joint.best[s] = gain;
      joint.bestLender[s] = j;
      joint.bestSize[s] = size[at];
      joint.bestShared[s] = motives.sharedStake[at];
    }
  }
}

/** Slots that gain by refusing no loan. One more: lists are branch-free. */
const gainless = new Int32Array(slotsPerPage + 1);

/** A borrower that gains by refusing no loan would refuse the one on which it loses least. */
function completeSets({ perks }: LivePlan): void {
  const { slot, n } = owing;
  const { setSizes, setShared, setPerks } = outcomeWriter;
  let none = 0;
  for (let k = 0; k < n; k++) {
    gainless[none] = slot[k];
    none += Number(joint.best[slot[k]] <= 0);
  }
  for (let k = 0; k < none; k++) {
    const s = gainless[k];
    joint.gain[s] = joint.best[s];
    setSizes[s] = joint.bestSize[s];
    setShared[s] = joint.bestShared[s];
    setPerks[s] = perks[joint.bestLender[s]];
  }
}

/** Effort, failure and refusal of each slot. */
function decide({ choice }: LivePlan): void {
  const { effortCost, involuntaryShare } = choice;
  const mostEffort = choice.effortCap - 0; // see `stageOfBlock` of choice.ts
  const { slot, person, n } = owing;
  const { setShared } = outcome;
  const { allShared, effort, failure, refusal, sizes, service, liquidity } = outcomeWriter;
  const { tasteRefusing } = outcomeWriter;
  const { stigmaCost, noise, ownFailure } = hidden;
  for (let k = 0; k < n; k++) {
    const s = slot[k];
    const i = person[k];
    const scale = noise[i];
    const h = loanSums.liquidity[s];
    const f = ownFailure[i];
    const total = loanSums.sizes[s];
    const all = loanSums.largestShared[s];
    const z = (joint.gain[s] - (stigmaCost[i] + setShared[s])) / scale;
    const small = exp(z > 0 ? -z : z);
    const rest = log1pUnit(small);
    const soft = (z > 0 ? z : 0) + rest;
    const whenAble = joint.going[s] + scale * soft;
    const whenUnable = -joint.loss[s] - involuntaryShare * stigmaCost[i] - all;
    const wanted = ((1 - h) * (whenAble - whenUnable)) / (effortCost * total);
    const e = either(wanted < 0 ? 0 : wanted, mostEffort, Number(wanted > mostEffort));
    sizes[s] = total;
    service[s] = loanSums.service[s];
    allShared[s] = all;
    liquidity[s] = h;
    effort[s] = e;
    failure[s] = h + (1 - h) * f * (1 - e);
    refusal[s] = (z > 0 ? 1 : small) / (1 + small);
    // H(Λ(z)) = sp(−|z|) + |z|·Λ(−|z|)
    tasteRefusing[s] = scale * (rest + ((z > 0 ? z : -z) * small) / (1 + small));
  }
}
