import { exp } from '../../math/exp.ts';
import type { Economy } from '../parameters.ts';

/** How lenders read an income signal: ŷ = scale · exp(slope · x_a). */
export interface IncomeInference {
  readonly scale: number;
  readonly slope: number;
}

/**
 * ŷ = ȳ·exp(σ_y·w·x_a − w·σ_y²/2), w = 1/(1 + incomeNoise²): mean income given the signal's normal regression on capacity.
 */
export function planIncomeInference({ income, signals }: Economy): IncomeInference {
  const { mean, spread } = income;
  const trust = 1 / (1 + signals.incomeNoise * signals.incomeNoise);
  return {
    scale: mean * exp((-trust * spread * spread) / 2),
    slope: spread * trust,
  };
}

/** ŷ, income a quarter as it seems from x_a. */
export function inferredIncome({ scale, slope }: IncomeInference, signal: number): number {
  return scale * exp(slope * signal);
}
