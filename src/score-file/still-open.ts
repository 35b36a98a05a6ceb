import { liftToNextBand, type Explanation, type Lift, type ScoreModel } from '../scores/index.ts';

/** What only time changes: defaults that are on file already, and how long a file has been there. */
const past: readonly string[] = ['payment-history', 'length-of-history'];

/**
 * What would lift a borrower to the next band by changes that are still open. Defaults that have happened cannot be undone (a part
 * without a standing counts those of the past), and a file grows old by waiting alone.
 */
export function stillOpen({ bands }: ScoreModel, explanation: Explanation): Lift | undefined {
  const parts = explanation.parts.filter(
    ({ id, standing }) => !Number.isNaN(standing) && !past.includes(id),
  );
  return liftToNextBand({ ...explanation, parts }, bands);
}
