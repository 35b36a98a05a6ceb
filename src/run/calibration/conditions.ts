import {
  keptOf,
  type Calibration,
  type ConditionKept,
  type Target,
} from '../../calibration/index.ts';
import type { AskedVector } from './ask.ts';
import { answerAll, type CalibrationTools, type LoggedPart } from './logged.ts';
import { conditionSamples, conditionsAt } from './vectors.ts';

/** A log of the worst value of each condition, under every institution of the scenario. */
function conditionPart(
  name: string,
  calibration: Calibration,
  means: CalibrationTools,
): LoggedPart {
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
  vectors: readonly AskedVector[],
  means: CalibrationTools,
): Promise<ConditionKept[]> {
  const { conditions } = calibration;
  if (conditions.length === 0) return [];
  const answers = await answerAll(means, conditionPart(name, calibration, means), vectors);
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
