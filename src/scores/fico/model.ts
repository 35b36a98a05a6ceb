import type { ScoreBand } from '../bands.ts';
import type { ScoreColumn, ScoreModel } from '../model.ts';
import { emptyFile, type CreditFile } from '../credit-file.ts';
import type { FicoValues } from './parameters.ts';
import { categories, explainFico, ficoBands, standings } from './score.ts';

/** What a file of credit files must hold, in this order. */
const columns: readonly (ScoreColumn & { readonly of: keyof CreditFile })[] = [
  count('repaid', 'repaid', 'loans repaid', 1000, 6),
  count('defaults', 'defaults', 'loans defaulted', 1000, 1),
  quarters(
    'quarters-since-default',
    'sinceDefault',
    'quarters since the last default; 0 if none',
    8,
  ),
  quarters('length', 'length', 'quarters since the oldest record or open loan', 20),
  count('open-loans', 'openLoans', 'open loans', 32, 2),
  count('recent-loans', 'recentLoans', 'open loans signed in the last four quarters', 32, 1),
  {
    ...count('balances', 'balances', 'owed on open loans', 1000, 0.8),
    unit: 'mean loans',
    whole: false,
  },
  count('kinds', 'kinds', 'kinds of lender on file', 3, 2),
];

/** The FICO-like score over the columns of credit files. */
export function ficoModel(values: FicoValues, bands: readonly ScoreBand[] = ficoBands): ScoreModel {
  const file = emptyFile();
  const at = new Float64Array(categories.length);
  return {
    id: 'fico',
    label: 'FICO-like score',
    columns,
    dimensions: categories,
    parts: categories.map(({ id }) => ({ id, dimension: id })),
    range: values,
    bands,
    contradiction(row) {
      const [repaid, defaults, since, length, open, recent, balances, kinds] = columns.map(
        (_, c) => row[c],
      );
      if (repaid + defaults + open === 0)
        return 'no loan on file, so that there is nothing to score';
      if (length === 0 || kinds === 0)
        return 'there are loans, so length and kinds must be above 0';
      if (defaults > 0 !== since > 0) return 'defaults and quarters-since-default must agree';
      if (since > length) return 'the last default cannot be older than the oldest record';
      if (recent > open) return 'more loans signed in the last four quarters than open loans';
      if (balances > 0 !== open > 0) return 'open-loans and balances must agree';
      return undefined;
    },
    explain(row) {
      columns.forEach(({ of }, c) => {
        file[of] = row[c];
      });
      standings(file, values, at);
      return explainFico(at, values, bands);
    },
  };
}

function count(id: string, of: keyof CreditFile, about: string, max: number, example: number) {
  return { id, of, about, unit: 'count', min: 0, max, whole: true, example };
}

function quarters(id: string, of: keyof CreditFile, about: string, example: number) {
  return { id, of, about, unit: 'quarters', min: 0, max: 31, whole: true, example };
}
