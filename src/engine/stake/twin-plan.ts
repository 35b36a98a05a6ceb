import { purposes } from '../../random/purposes.ts';
import type { Economy } from '../parameters.ts';
import { discounts, ownMemory } from './discount.ts';
import { profilesOf, profileWeights, type StakeSharing } from './sights.ts';
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
  /** Of each of the market's files, by lender: the chance that a default is missed, and which draw decides (files/join.ts). */
  readonly files: readonly Missing[];
  /** Draws that a lender has. */
  readonly lots: number;
  /** How surely others see a default of lender o at an age, at [o · (twinLife + 1) + age] (`profilesOf`). */
  readonly seen: Float64Array;
  /** δ^age. */
  readonly patience: Float64Array;
  /** What a good record with each lender buys outside credit: what V_s holds that is not scaled. */
  readonly perks: Float64Array;
  /** Δ(1, 31), and of each lender what `seen` weighs in all quarters. */
  readonly ownWeight: number;
  readonly sharedWeight: Float64Array;
}

interface Missing {
  readonly luck: Uint8Array;
  readonly missedDefault: Float64Array;
}

export function planTwins(
  { behaviour, reputation }: Economy,
  sharing: StakeSharing & {
    readonly lots: number;
    readonly filing: readonly {
      readonly luck: Uint8Array;
      readonly rules: readonly { readonly missedDefault: number }[];
    }[];
  },
  lenders: number,
  shadows?: Shadows,
): TwinPlan {
  const delta = behaviour.patience;
  const patience = new Float64Array(twinLife + 1).fill(1);
  for (let age = 1; age <= twinLife; age++) patience[age] = patience[age - 1] * delta;
  return {
    share: shadows?.share ?? reputation.twins,
    purpose: shadows ? purposes.flip : purposes.twin,
    from: shadows?.quarter ?? reputation.twinFrom,
    shadows,
    files: sharing.filing.map(({ luck, rules }) => ({
      luck,
      missedDefault: Float64Array.from(rules, (rule) => rule.missedDefault),
    })),
    lots: sharing.lots,
    seen: profilesOf(sharing, lenders, twinLife),
    patience,
    perks: sharing.perks,
    ownWeight: discounts(delta, 1, ownMemory),
    sharedWeight: profileWeights(sharing, lenders, delta),
  };
}
