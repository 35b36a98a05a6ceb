import { defineFact } from '../../fact.ts';
import { matureLoans } from '../../read/mature.ts';
import { meanOver, rowsWhere } from '../../read/grades.ts';

export const defaultAfterDefault = defineFact({
  id: 'default-after-default',
  title: 'A borrower who defaulted last time defaults more often again',
  source:
    'Taiwan credit cards; data/taiwan_default (late after late against late after on time, by loan)',
  kind: 'published',
  band: [2.5, 4.0],
  unit: 'ratio',
  population: 'loans whose borrower had an earlier loan',
  value: 3.2,
  fitted: true,
  how: 'default after default over default after repayment',
  needs: { market: matureLoans },
  of: ({ market: { loans } }) => {
    const after = (ending: number) =>
      meanOver(
        loans.defaulted,
        rowsWhere(loans.n, (row) => loans.lastDefaulted[row] === ending),
      );
    return after(1) / after(0);
  },
});
