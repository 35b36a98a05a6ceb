import { keptOf, type Calibration, type Kept, type Target } from '../../calibration/index.ts';
import type { Question } from './ask.ts';
import { whole, type Means } from './logged.ts';
import { conditionSamples, conditionsAt } from './vectors.ts';

/** How the vectors keep the conditions, under every institution of the scenario. */
export async function conditionsOf(
  name: string,
  calibration: Calibration,
  vectors: readonly Question[],
  means: Means,
): Promise<Kept[]> {
  const { conditions, free } = calibration;
  if (conditions.length === 0) return [];
  const samples = conditionSamples(calibration);
  const part = {
    ...{ name, layout: { free, targets: conditions.map(asTarget) } },
    momentsOf: async ({ values }: Question) =>
      conditionsAt(calibration, values, samples, means.evaluator, means.signal),
  };
  const answers = await whole(means, part, vectors);
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
