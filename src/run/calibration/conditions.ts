import { keptOf, type Calibration, type Kept, type Target } from '../../calibration/index.ts';
import type { Question } from './ask.ts';
import { whole, type Means, type Part } from './logged.ts';
import { conditionSamples, conditionsAt } from './vectors.ts';

/** A log of the worst value of each condition, under every institution of the scenario. */
function conditionPart(name: string, calibration: Calibration, means: Means): Part {
  const { conditions, free } = calibration;
  const samples = conditionSamples(calibration);
  return {
    ...{ name, layout: { free, targets: conditions.map(asTarget) } },
    momentsOf: async ({ values }) =>
      conditionsAt(calibration, values, samples, means.evaluator, means.signal),
  };
}

/** How vectors keep the conditions. */
export async function conditionsOf(
  name: string,
  calibration: Calibration,
  vectors: readonly Question[],
  means: Means,
): Promise<Kept[]> {
  const { conditions } = calibration;
  if (conditions.length === 0) return [];
  const answers = await whole(means, conditionPart(name, calibration, means), vectors);
  return conditions.map((condition, i) =>
    keptOf(
      condition,
      answers.map(({ moments }) => moments[i]),
    ),
  );
}

/** A condition as a log lists it. */
function asTarget({ measure, min, max }: Calibration['conditions'][number]): Target {
  const value = Number.isFinite(min) ? min : max;
  return {
    ...{ id: measure, market: 'every', quantity: { kind: 'measure', measure } },
    ...{ value, scale: 1, band: [min, max], unit: '', source: '' },
  };
}
