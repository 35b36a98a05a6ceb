import type { problems } from '../theme.ts';
import type { InstitutionEstimate } from './select.ts';

/** One panel: an estimate with its interval for each institution, institutions down the side. */
export interface RowPanel {
  /** What is estimated, above the panel. */
  readonly head: string;
  /** Its unit and population, under the head. */
  readonly unit: string;
  /** Which way is good, told by an arrow. */
  readonly better?: 'higher' | 'lower';
  readonly rows: readonly EstimateRow[];
  /** An effect: in percentage points with their sign, around a line of no effect. Else in percent. */
  readonly effect?: boolean;
  /** Keeps zero on the axis. */
  readonly fromZero?: boolean;
  /** A share: the axis ends at 0 and 100%, even where an interval by Student's t reaches beyond. */
  readonly share?: boolean;
  /** Panels that name the same scale are held against each other: their axes begin and end at the same numbers. */
  readonly scale?: string;
  /** The rows are lower ends of intervals, and these the upper ones: a thick bar runs between their means. */
  readonly to?: readonly EstimateRow[];
  /** One of the two problems, in whose colour the panel is drawn. */
  readonly problem?: keyof typeof problems;
  /** Decimals of a per cent. */
  readonly digits?: number;
}

/** An estimate to draw; a `hollow` point is one that we are not sure differs. */
export interface EstimateRow extends InstitutionEstimate {
  readonly hollow?: boolean;
}
