import type { Words } from '../../language.ts';
import type { Cells } from '../chart.ts';

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

/** Whether a quarter is drawn hollow, since its loans live on into a change. */
export const hasOpen = (table: readonly PathPoint[]) =>
  table.some(({ open, mean }) => open && mean !== null);
