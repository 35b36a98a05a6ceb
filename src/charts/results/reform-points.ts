import type { Words } from '../../language.ts';
import type { Cells, ChartInputs, Table } from '../chart.ts';
import { cell } from '../kit/select.ts';

/** One quarter of one reform in one measure. */
export interface PathPoint extends Cells {
  readonly institution: string;
  readonly label: string;
  readonly measure: string;
  readonly quarter: number;
  readonly date: string;
  readonly phase: number;
  readonly open: boolean;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface PathFigure {
  readonly id: string;
  readonly title: Words;
  readonly caption: Words;
  readonly measures: readonly { readonly id: string; readonly name: Words }[];
  /** Of all its panels, where they share one. */
  readonly unit?: Words;
  /** Numbers are shares. */
  readonly shares: boolean;
}

export type Ends = Pick<PathPoint, 'low' | 'high'>;

/** What each reform leaves of the first measure: the mean of its long run, as the verdict tells it, else of the last quarter. */
export function lastOf(
  { measures: [first] }: PathFigure,
  { tables }: ChartInputs,
  table: readonly PathPoint[],
): readonly Ends[] {
  const own = table.filter(({ measure }) => measure === first?.id);
  const drawn = new Set(own.map(({ institution }) => institution));
  const long = longRuns(tables).filter(
    ({ reform, measure }) => measure === first?.id && drawn.has(String(reform)),
  );
  if (long.length > 0 && long.length === drawn.size) {
    const number = (value: unknown) => (typeof value === 'number' ? cell(value) : null);
    return long.map(({ low, high }) => ({ low: number(low), high: number(high) }));
  }
  const end = Math.max(...own.map(({ quarter }) => quarter));
  return own.filter(({ quarter }) => quarter === end);
}

/** The long run of every reform and measure; none where a run is too short for one. */
export const longRuns = (tables: ChartInputs['tables']): Table =>
  (tables['reforms'] ?? []).filter(({ span }) => span === 'long-run');

/** Quarters from which borrowers reckon with a reform that has not yet begun: its paths part there. */
export function announcedIn(
  tables: ChartInputs['tables'],
  points: readonly PathPoint[],
): readonly number[] {
  const quarters = (tables['reforms'] ?? []).flatMap(({ span, reform, from }) => {
    const first = points.find(({ institution, phase }) => institution === reform && phase > 0);
    // The sum over all quarters begins with the first in which a reform can act.
    return span === 'discounted' && first && Number(from) < first.quarter ? [Number(from)] : [];
  });
  return [...new Set(quarters)];
}

/** Whether a quarter is drawn hollow, since its loans live on into a change. */
export const hasOpen = (table: readonly PathPoint[]) =>
  table.some(({ open, mean }) => open && mean !== null);
