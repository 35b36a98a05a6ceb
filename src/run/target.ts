import { UserError } from '../errors.ts';
import { resultMeasures } from '../measures/index.ts';
import type { PrecisionTarget } from './precision.ts';
import { didYouMean } from '../suggest.ts';

/** Replicates at which `--precision` gives up unless `--replicates` says otherwise. */
const mostReplicates = 1000;

/** What `--precision` asks for, if it was given. */
export function precisionTargetOf(flags: {
  readonly precision: number | undefined;
  readonly precisionMeasure: string;
  readonly replicates: number | undefined;
}): PrecisionTarget | undefined {
  const { precision, precisionMeasure: measure, replicates } = flags;
  const known = resultMeasures.map(({ id }) => id);
  if (!known.includes(measure)) {
    const message = `--precision-measure: no measure "${measure}"`;
    throw new UserError([{ message, hint: didYouMean(measure, known) }]);
  }
  if (precision === undefined) return undefined;
  return { measure, halfWidth: precision, most: replicates ?? mostReplicates };
}
