import { defineFact } from '../../fact.ts';
import { matureLoans } from '../../read/mature.ts';
import { auc } from '../../../math/auc.ts';
import { log } from '../../../math/exp.ts';
import { logisticRegression } from '../../../math/logistic-regression.ts';
import { rowsWhere } from '../../read/grades.ts';

export const historyBeatsCapacity = defineFact({
  id: 'history-beats-capacity',
  title: 'For people with a history, the history ranks better than income and demographics',
  source: 'Taiwan: .772 against .567; data/taiwan_default',
  kind: 'published',
  band: [0.08, 0.3],
  unit: 'AUC of history less AUC of income and capital signals',
  population: 'borrowers with at least two earlier loans',
  value: 0.2,
  fitted: false,
  how: 'two logistic regressions on halves',
  needs: { market: matureLoans },
  of: ({ market: { loans } }) => {
    const known = rowsWhere(
      loans.n,
      (row) => loans.earlierRepaid[row] + loans.earlierDefaults[row] >= 2,
    );
    const [fitted, read] = [1, 0].map((half) =>
      known.filter((row) => loans.borrower[row] % 2 === half),
    );
    const aucBy = (columns: readonly Float64Array[]) => {
      const beta = logisticRegression(columns, loans.defaulted, fitted);
      const score = Float64Array.from({ length: loans.n }, (_, row) =>
        columns.reduce((sum, column, c) => sum - beta[c + 1] * column[row], -beta[0]),
      );
      return auc(score, loans.defaulted, read);
    };
    const history = [
      loans.earlierRepaid.map((k) => log(1 + k)),
      loans.earlierDefaults.map((k) => log(1 + k)),
      loans.earlierDefaults.map((k) => Number(k > 0)),
      loans.sinceDefault.map((quarters) => (quarters > 0 ? 1 / quarters : 0)),
      loans.lastDefaulted,
    ];
    return aucBy(history) - aucBy([loans.incomeSignal, loans.capitalSignal]);
  },
});
