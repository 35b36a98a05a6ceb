import {
  marketsOf,
  neededFor,
  valueOf,
  withNumbers,
  type Calibration,
} from '../../calibration/index.ts';
import type { SeedKey } from '../../engine/index.ts';
import { seedKey } from '../../random/seed.ts';
import type { Evaluator } from './evaluator.ts';

/** Which people with which luck, and how many. */
export interface Sample {
  readonly borrowers: number;
  readonly quarters: number;
  readonly burnIn: number;
  readonly seed: SeedKey;
}

/** Searches see the same people with the same luck at every vector. */
export function searchSample({ size, seed }: Calibration): Sample {
  return { ...size, seed: seedKey(`${seed}/search`, 0) };
}

/** Samples that judge: of the check's size and the scenario's length, with seeds that no search uses. */
export function checkSamples({ scenario, seed, check }: Calibration): Sample[] {
  const { quarters, burnIn } = scenario;
  return Array.from({ length: check.seeds }, (_, k) => ({
    ...{ borrowers: check.borrowers, quarters, burnIn },
    seed: seedKey(`${seed}/check`, k),
  }));
}

/** Asked after each market: whether what is known by then (NaN elsewhere) is enough to stop. */
export type Enough = (moments: readonly number[]) => boolean;

/**
 * Values of the targets at a vector, in one sample. Markets are simulated one after the other, those with most targets
 * first.
 *
 * @param values of the free parameters
 * @returns shape (targets); NaN where not defined, and in markets that were not needed
 */
export async function momentsAt(
  { scenario, targets, free }: Pick<Calibration, 'scenario' | 'targets' | 'free'>,
  values: readonly number[],
  { seed, borrowers, quarters, burnIn }: Sample,
  evaluator: Evaluator,
  signal: AbortSignal,
  enough: Enough = () => false,
): Promise<number[]> {
  const keys = free.map(({ key }) => key);
  const { economy, lenders } = withNumbers(scenario, keys, values);
  const market = { borrowers, quarters, burnIn, seed, economy, lenders };
  const moments = targets.map(() => NaN);
  for (const id of marketsOf(targets)) {
    const institution = scenario.institutions.find((one) => one.id === id);
    if (!institution) throw new Error(`${id} is not of this scenario`);
    const here = targets.filter((target) => target.market === id);
    const needed = neededFor(here.map(({ quantity }) => quantity));
    const numbers = await evaluator.numbersOf({ market, institution, moments: needed }, signal);
    targets.forEach((target, i) => {
      if (target.market === id) moments[i] = valueOf(target.quantity, numbers);
    });
    if (enough(moments)) break;
  }
  return moments;
}
