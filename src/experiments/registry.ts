import { UserError } from '../errors.ts';
import { didYouMean } from '../suggest.ts';
import { agreement } from './agreement/experiment.ts';
import { costCurves } from './cost-curves/experiment.ts';
import type { Experiment } from './experiment.ts';
import { flips } from './flips/experiment.ts';
import { joining } from './joining/experiment.ts';
import { karlanZinman } from './karlan-zinman/experiment.ts';
import { lemons } from './lemons/experiment.ts';
import { positiveCorrelation } from './positive-correlation/experiment.ts';
import { remedies } from './remedies/experiment.ts';
import { roc } from './roc/experiment.ts';
import { scoreBands } from './score-bands/experiment.ts';
import { whoGains } from './who-gains/experiment.ts';
import { timeline } from './timeline/experiment.ts';
import { scoreValue } from './score-value/experiment.ts';

/** Every experiment, in the order in which they are listed. A new one is one file and one line here. */
export const experiments: readonly Experiment[] = [
  karlanZinman,
  positiveCorrelation,
  costCurves,
  lemons,
  flips,
  agreement,
  roc,
  scoreValue,
  scoreBands,
  whoGains,
  joining,
  remedies,
  timeline,
];

/**
 * The experiment of this id.
 *
 * @throws UserError if there is none
 */
export function experimentOf(id: string): Experiment {
  const experiment = experiments.find((one) => one.id === id);
  if (experiment) return experiment;
  const hint = didYouMean(
    id,
    experiments.map((one) => one.id),
  );
  throw new UserError([{ message: `there is no experiment "${id}"`, hint }]);
}
