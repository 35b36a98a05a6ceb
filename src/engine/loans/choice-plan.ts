import { exp } from '../../math/exp.ts';
import { maxTerm } from '../columns/shape.ts';
import type { Economy } from '../parameters.ts';

/** Constants of choosing, made once per market. */
export interface ChoicePlan {
  readonly term: number;
  /** δ, ψ, ē, enforcement, κ0, collections. */
  readonly patience: number;
  readonly effortCost: number;
  readonly effortCap: number;
  readonly enforcement: number;
  readonly involuntaryShare: number;
  readonly collections: number;
  /** e^strainLiquidity; π; (1 − p − q)^x by quarter ahead: strain reverts to its mean. */
  readonly strainFactor: number;
  readonly strainShare: number;
  readonly reversion: Float64Array;
}

/** How borrowers look ahead: by their own choice (`chooseAhead` of choice.ts), or by contract (worlds/). */
export type LookAhead = (
  plan: ChoicePlan,
  count: number,
  left: number,
  stages: number,
  extra: 0 | 1,
  detailed: boolean,
) => void;

export function planChoice(economy: Economy): ChoicePlan {
  const { entry, exit } = economy.strain;
  const reversion = new Float64Array(maxTerm);
  reversion[0] = 1;
  for (let x = 1; x < maxTerm; x++) {
    reversion[x] = reversion[x - 1] * (1 - entry - exit);
  }
  return {
    term: economy.loan.term,
    patience: economy.behaviour.patience,
    effortCost: economy.behaviour.effortCost,
    effortCap: economy.behaviour.effortCap,
    enforcement: economy.sanctions.enforcement,
    involuntaryShare: economy.sanctions.involuntaryShare,
    collections: economy.loan.collections,
    strainFactor: exp(economy.hazard.strain),
    strainShare: entry > 0 ? entry / (entry + exit) : 0,
    reversion,
  };
}
