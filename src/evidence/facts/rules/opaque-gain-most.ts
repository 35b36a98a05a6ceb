import { defineFact } from '../../fact.ts';
import type { Seen } from '../../seen.ts';
import { meanOver, rowsWhere } from '../../read/grades.ts';

/** Files with fewer loans than this are thin, as in the experiment on scores. */
const thickFrom = 3;

/** Default of loans to borrowers who had fewer loans than that before, or as many; by what is true, not by what is shown. */
function defaultOf({ loans }: Seen, isThin: boolean): number {
  const before = (row: number) => loans.earlierRepaid[row] + loans.earlierDefaults[row];
  const rows = rowsWhere(loans.n, (row) => before(row) < thickFrom === isThin);
  return meanOver(loans.defaulted, rows);
}

export const opaqueGainMost = defineFact({
  id: 'opaque-gain-most',
  title: 'Sharing helps most where lenders know least',
  source: 'Doblas-Madrid & Minetti 2013: delinquency falls more for opaque firms',
  kind: 'published',
  band: '-',
  unit: 'change of default, thin less thick files',
  population: 'loans taken',
  value: '-',
  fitted: false,
  needs: {
    full: { institution: 'full-sharing', watch: { loans: true } },
    none: { institution: 'none', watch: { loans: true } },
  },
  of: ({ full, none }) => {
    const change = (isThin: boolean) => defaultOf(full, isThin) - defaultOf(none, isThin);
    return change(true) - change(false);
  },
});
