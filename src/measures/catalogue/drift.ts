import { access } from './access.ts';
import type { Measure } from '../measure.ts';
import { repayment } from './repayment.ts';
import { welfare } from './welfare.ts';

const followed: readonly string[] = ['approval-rate', 'default-rate', 'welfare'];

/**
 * Whether the market has settled: how far a measure moves from the first to the second half of the counted quarters.
 * Far from zero, the mean over all of them mixes the way to the steady state with the state itself, and a longer
 * burn-in is called for.
 */
export const drift: readonly Measure[] = [...access, ...repayment, ...welfare]
  .filter(({ id }) => followed.includes(id))
  .map((measure) => ({
    ...measure,
    // Of the three, the shares have a range.
    ...(measure.range && { range: [-1, 1] as const }),
    id: `${measure.id.replace('-rate', '')}-drift`,
    title: `${measure.title}, later half less earlier`,
    better: 'neither',
    source: 'definition: second half of the counted quarters less the first; 0 = settled',
    series: false,
    of: change(measure.of),
  }));

/** The second half of the quarters less the first; the first is the shorter one of an odd number. */
function change(of: Measure['of']): Measure['of'] {
  return (ledger, from, to) => {
    const middle = from + Math.floor((to - from) / 2);
    return of(ledger, middle, to) - of(ledger, from, middle);
  };
}
