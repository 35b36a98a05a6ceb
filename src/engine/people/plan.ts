import type { RecordRules } from '../../institutions/institution.ts';
import { ownMemory } from '../files/windows.ts';
import type { SearchTable } from '../lenders/search.ts';
import { macroPath } from '../macro.ts';
import type { Market } from '../setup.ts';
import { patienceSteps } from './population.ts';

/** Constants of applying, made once per simulation. */
export interface ApplyPlan {
  readonly market: Market;
  readonly search: SearchTable;
  /** Z. Shape (quarters). */
  readonly macro: Float64Array;
  /** Loans smaller than this are not reported. */
  readonly threshold: number;
  /** ρ^s and √(1 − ρ^2s): how capacity moves over s quarters. */
  readonly persistence: Float64Array;
  readonly innovation: Float64Array;
  /** demand · A(1, 31) and demand · A(1 + lag, lag + retention) by patience step. */
  readonly ownHorizon: Float64Array;
  readonly sharedHorizon: Float64Array;
}

/** Per quarter: the most patient that a borrower can be, the end of the range of `behaviour.patience`. */
const mostPatient = 0.9999;

export function planApplications(
  market: Market,
  { lag, retentionNegative, threshold }: RecordRules,
  search: SearchTable,
): ApplyPlan {
  const { traits, behaviour, search: habits } = market.economy;
  const persistence = new Float64Array(market.quarters + 1);
  const innovation = new Float64Array(market.quarters + 1);
  let power = 1;
  for (let s = 0; s <= market.quarters; s++) {
    persistence[s] = power;
    innovation[s] = Math.sqrt(1 - power * power);
    power *= traits.capacityPersistence;
  }
  const ownHorizon = new Float64Array(patienceSteps);
  const sharedHorizon = new Float64Array(patienceSteps);
  for (let step = 0; step < patienceSteps; step++) {
    const offset = (2 * step - (patienceSteps - 1)) / (patienceSteps - 1); // −1 … 1
    const spread = behaviour.patience + offset * behaviour.patienceSpread;
    const patience = Math.min(mostPatient, Math.max(0, spread));
    ownHorizon[step] = habits.demand * annuity(patience, 1, ownMemory);
    sharedHorizon[step] = habits.demand * annuity(patience, 1 + lag, lag + retentionNegative);
  }
  const macro = macroPath(market);
  return { market, search, macro, threshold, persistence, innovation, ownHorizon, sharedHorizon };
}

/** A(a, b) = Σ_{s = a}^{b} δ^s. */
export function annuity(patience: number, a: number, b: number): number {
  let sum = 0;
  let power = 1;
  for (let s = 1; s <= b; s++) {
    power *= patience;
    if (s >= a) sum += power;
  }
  return sum;
}
