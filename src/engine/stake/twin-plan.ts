import { purposes } from '../../random/purposes.ts';
import type { Economy } from '../parameters.ts';
import { discounts, ownMemory } from './discount.ts';
import { twinLife } from './theta.ts';

/**
 * Shadows (model.md §10, flips): made like twins, but in one quarter, and for good. They stand in the slots of twins and
 * teach nothing.
 */
export interface Shadows {
  readonly quarter: number;
  /** Chance that one is made. */
  readonly share: number;
  /** Above 0 for a borrower who gets none. Shape (borrowers). */
  readonly unless: ArrayLike<number>;
}

/** Constants of following twins, made once a market. */
export interface TwinPlan {
  /** Chance that one is made, by which draw, from which quarter on. */
  readonly share: number;
  readonly purpose: number;
  readonly from: number;
  /** In place of twins. */
  readonly shadows: Shadows | undefined;
  readonly missedDefault: number;
  readonly lag: number;
  readonly retention: number;
  /** δ^age. */
  readonly patience: Float64Array;
  /** What a good record with each lender buys outside credit: what V_s holds that is not scaled. */
  readonly perks: Float64Array;
  /** Δ(1, 31) and Δ(1 + lag, lag + retention). */
  readonly ownWeight: number;
  readonly sharedWeight: number;
}

export function planTwins(
  { behaviour, reputation }: Economy,
  records: { readonly lag: number; readonly retentionNegative: number },
  missedDefault: number,
  perks: Float64Array,
  shadows?: Shadows,
): TwinPlan {
  const { lag, retentionNegative: retention } = records;
  const delta = behaviour.patience;
  const patience = new Float64Array(twinLife + 1).fill(1);
  for (let age = 1; age <= twinLife; age++) patience[age] = patience[age - 1] * delta;
  return {
    share: shadows?.share ?? reputation.twins,
    purpose: shadows ? purposes.flip : purposes.twin,
    from: shadows?.quarter ?? reputation.twinFrom,
    shadows,
    missedDefault,
    lag,
    retention,
    patience,
    perks,
    ownWeight: discounts(delta, 1, ownMemory),
    sharedWeight: discounts(delta, 1 + lag, lag + retention),
  };
}
