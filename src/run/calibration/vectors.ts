import {
  conditionSize,
  marketsOfTargets,
  neededFor,
  valueOf,
  withNumbers,
  worstOf,
  type Calibration,
  type MarketNumbers,
} from '../../calibration/index.ts';
import type { SeedKey } from '../../engine/index.ts';
import { mean } from '../../math/statistics.ts';
import { seedKey } from '../../random/seed.ts';
import type { Evaluator } from './evaluator.ts';

/** Which people with which luck, and how many. */
export interface MarketSample {
  readonly borrowers: number;
  readonly quarters: number;
  readonly burnIn: number;
  readonly seed: SeedKey;
}

/** Searches see the same people with the same luck at every vector. */
export function searchSample({ size, seed }: Calibration): MarketSample {
  return { ...size, seed: seedKey(`${seed}/search`, 0) };
}

/** Samples that judge: of the check's size and the scenario's length, with seeds that no search uses. */
export function checkSamples(calibration: Calibration): MarketSample[] {
  return samplesFrom(calibration, 0);
}

/** As many more, by whose seeds no vector was chosen. */
export function freshSamples(calibration: Calibration): MarketSample[] {
  return samplesFrom(calibration, calibration.check.seeds);
}

function samplesFrom({ scenario, seed, check }: Calibration, first: number): MarketSample[] {
  const { quarters, burnIn } = scenario;
  return Array.from({ length: check.seeds }, (_, k) => ({
    ...{ borrowers: check.borrowers, quarters, burnIn },
    seed: seedKey(`${seed}/check`, first + k),
  }));
}

/** Samples in which conditions are looked at. */
export function conditionSamples(calibration: Calibration): MarketSample[] {
  return checkSamples(calibration)
    .slice(0, conditionSize.seeds)
    .map((sample) => ({
      ...sample,
      borrowers: Math.min(sample.borrowers, conditionSize.borrowers),
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
  { seed, borrowers, quarters, burnIn }: MarketSample,
  evaluator: Evaluator,
  signal: AbortSignal,
  enough: Enough = () => false,
): Promise<number[]> {
  const keys = free.map(({ key }) => key);
  const { economy, lenders } = withNumbers(scenario, keys, values);
  const market = { borrowers, quarters, burnIn, seed, economy, lenders };
  const moments = targets.map(() => NaN);
  for (const id of marketsOfTargets(targets)) {
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

/**
 * The worst value of each condition at a vector: over the institutions of the scenario, each in the mean over the samples.
 *
 * @returns shape (conditions)
 */
export async function conditionsAt(
  { scenario, free, conditions }: Calibration,
  values: readonly number[],
  samples: readonly MarketSample[],
  evaluator: Evaluator,
  signal: AbortSignal,
): Promise<number[]> {
  const keys = free.map(({ key }) => key);
  const { economy, lenders } = withNumbers(scenario, keys, values);
  const measures = [...new Set(conditions.map(({ measure }) => measure))];
  const moments = { measures, facts: [] };
  const means: MarketNumbers[] = [];
  for (const institution of scenario.institutions) {
    const found: MarketNumbers[] = [];
    for (const sample of samples) {
      const market = { ...sample, economy, lenders };
      found.push(await evaluator.numbersOf({ market, institution, moments }, signal));
    }
    means.push(
      Object.fromEntries(measures.map((id) => [id, mean(found.map((numbers) => numbers[id]))])),
    );
  }
  return conditions.map((condition) =>
    worstOf(
      condition,
      means.map((numbers) => numbers[condition.measure]),
    ),
  );
}
