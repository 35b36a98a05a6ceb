import type { SummaryRow } from '../../measures/index.ts';
import { errorRate } from '../../replicates/index.ts';
import { institutionName } from '../../institution-names.ts';
import type { Language } from '../../language.ts';
import type { ChartInputs } from '../chart.ts';
import type { EstimateRow } from './row-panel.ts';
import { cell } from './select.ts';

/** The name of the institution that the others are held against. */
export function referenceName({ scenario, reference }: ChartInputs, language: Language): string {
  const { institutions } = scenario;
  const against =
    institutions.find(({ id }) => id === scenario.reference) ??
    (reference?.id === scenario.reference ? reference : undefined);
  return institutionName(against ?? { label: scenario.reference }, language);
}

/** One measure of all but the reference, less the reference; nothing where there is nobody to compare with. */
export function differenceRows(inputs: ChartInputs, measure: string): EstimateRow[] {
  const { institutions, reference } = inputs.scenario;
  return institutions.flatMap(({ id, label }) => {
    if (id === reference) return [];
    const row = inputs.summary.find(
      (one) => one.institution === id && one.measure === measure && one.world === 'actual',
    );
    return row === undefined ? [] : [difference(row, label)];
  });
}

function difference(row: SummaryRow, label: string): EstimateRow {
  return {
    institution: row.institution,
    label,
    mean: cell(row.difference),
    low: cell(row.differenceLow),
    high: cell(row.differenceHigh),
    replicates: row.pairs,
    adjustedP: cell(row.adjustedP),
    hollow: !(row.adjustedP <= errorRate),
  };
}
