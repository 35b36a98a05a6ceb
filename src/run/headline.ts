import { halfWidth, type Estimate } from '../math/interval.ts';
import { decimalsFor, displayOf, fixed } from '../measures/display.ts';
import { passportOf } from '../experiments/dictionary.ts';
import type { TextColumn } from './text-table.ts';

/** A number that stands in a table for the terminal. */
export interface Headline {
  readonly head: readonly string[];
  readonly world: string;
  readonly measure: string;
}

/** The measures that compare institutions at a glance. */
export const headline: readonly Headline[] = [
  { head: ['approved'], world: 'actual', measure: 'approval-rate' },
  { head: ['taken', 'up'], world: 'actual', measure: 'take-up-rate' },
  { head: ['default'], world: 'actual', measure: 'default-rate' },
  { head: ['will', 'not pay'], world: 'actual', measure: 'will-not-pay-rate' },
  { head: ['rate', 'paid'], world: 'actual', measure: 'rate' },
  { head: ['effort'], world: 'actual', measure: 'effort' },
  { head: ['welfare'], world: 'actual', measure: 'welfare' },
  { head: ['adverse', 'selection'], world: 'shapley', measure: 'adverse-selection:welfare' },
  { head: ['moral', 'hazard'], world: 'shapley', measure: 'moral-hazard:welfare' },
];

/** Mark of a number that cannot be told apart from what it is compared with. */
export const alikeMark = '≈';

/** One cell's number. */
export interface Entry {
  readonly value: Estimate;
  /** Whether it cannot be told apart from what it is compared with. */
  readonly alike: boolean;
}

/** "51.8 ± 0.4" for each entry, in per cent or the measure's unit; as many decimals as the column's errors call for. */
export function headlineColumn({ head, measure }: Headline, entries: readonly Entry[]): TextColumn {
  const { factor } = displayOf(passportOf(measure).unit);
  const halves = entries.map(({ value }) => factor * halfWidth(value)).filter((half) => half > 0);
  const middle = halves.toSorted((a, b) => a - b)[Math.floor(halves.length / 2)];
  const decimals = decimalsFor(middle, factor === 100 ? 1 : 4);
  const text = ({ value, alike }: Entry): string => {
    if (value.n === 0) return measure === 'approval-rate' ? 'no applications' : 'no loans';
    const mean = fixed(factor * value.mean, decimals);
    const half = factor * halfWidth(value);
    if (Number.isNaN(half)) return mean;
    return `${mean} ± ${fixed(half, decimals)}${alike ? alikeMark : ' '}`;
  };
  return {
    head: [...head, factor === 100 ? '%' : 'principals'],
    cells: entries.map(text),
    align: 'right',
  };
}

/** What the columns are of. */
export function headlineLegend(withParts: boolean): string[] {
  const parts =
    ' Adverse selection, moral hazard: welfare per application that removing hidden types, hidden action would add (Shapley).';
  return [
    'Shares of: applications (approved), approvals (taken up), loans (default, will not pay), principal (rate), failure hazard removed (effort).',
    `Welfare per application, in principals.${withParts ? parts : ''}`,
  ];
}
