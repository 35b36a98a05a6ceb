import { either } from '../../math/either.ts';
import { exp } from '../../math/exp.ts';
import { hidden } from '../columns/hidden.ts';
import { loanSums } from '../columns/loan-sums.ts';
import { outcomeWriter } from '../columns/outcome.ts';
import { roll } from '../columns/roll.ts';
import { maxRows } from '../columns/shape.ts';
import { terms } from '../columns/terms.ts';
import { visible } from '../columns/visible.ts';
import { drawUniforms, type Draws } from '../draws.ts';
import type { Economy } from '../parameters.ts';
import { purposes } from '../../random/purposes.ts';
import type { Lender } from '../setup.ts';
import { trial } from './trial.ts';

/** Constants of taking a loan, made once per market. */
export interface TakeUpPlan {
  readonly term: number;
  readonly taste: number;
  /** Share of the collateral's value that lender j recovers. */
  readonly recovery: Float64Array;
}

export function planTakeUp(economy: Economy, lenders: readonly Lender[]): TakeUpPlan {
  return {
    term: economy.loan.term,
    taste: economy.outside.taste,
    recovery: Float64Array.from(lenders, (lender) => lender.recovery),
  };
}

/** Puts every row's contract on trial, place = row. */
export function tryContracts({ term, recovery }: TakeUpPlan): void {
  const { n, slot, person } = roll;
  for (let r = 0; r < n; r++) {
    trial.slot[r] = slot[r];
    trial.person[r] = person[r];
    trial.size[r] = visible.size[r];
    trial.instalment[r] = terms.instalment[r];
    trial.rate[r] = terms.rate[r];
    trial.use[r] = (hidden.use[r] * visible.size[r]) / term;
    trial.ownStake[r] = hidden.ownStake[r];
    trial.sharedStake[r] = hidden.sharedStake[r];
    trial.recovery[r] = recovery[terms.lender[r]];
  }
}

const draw = new Float64Array(maxRows);

/** Who takes the loan offered, once all contracts have been thought through: with chance Λ((W_T/S − o)/taste). */
export function takeUp({ taste }: TakeUpPlan, draws: Draws, page: number, quarter: number): void {
  const { n, slot, person } = roll;
  const { size } = visible;
  const { value, appeal, accepts, indifference, taken, pd, share, largestShared } = outcomeWriter;
  drawUniforms(draws, page, quarter, purposes.take, person, n, draw);
  for (let r = 0; r < n; r++) {
    const s = slot[r];
    const stake = hidden.sharedStake[r];
    const others = loanSums.largestShared[s];
    value[r] = trial.value[r];
    pd[r] = 1 - trial.survival[r];
    const x = (value[r] / size[r] - hidden.outside[person[r]]) / taste;
    const small = exp(-Math.abs(x));
    appeal[r] = x;
    indifference[r] = small;
    accepts[r] = either(small, 1, Number(x > 0)) / (1 + small);
    share[r] = size[r] / (loanSums.sizes[s] + size[r]);
    largestShared[r] = either(stake, others, Number(others > stake));
    const offered = terms.approved[r] | terms.explored[r];
    taken[r] = offered & Number(draw[r] < accepts[r]);
  }
}
