import type { Column } from '../institutions/institution.ts';
import type { ScoreBand } from './bands.ts';
import type { Explanation, ScoreRange } from './explanation.ts';

/** A column that a score is computed from. */
export interface ScoreColumn {
  readonly id: string;
  readonly about: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  /** Whether only whole numbers will do. */
  readonly whole: boolean;
  /** What a file without this column means; undefined where the column must be there. */
  readonly absent?: number;
  /** A plausible value, for templates. */
  readonly example: number;
}

/** A score that explains itself: from columns to points, by dimension and part. */
export interface ScoreModel {
  readonly id: string;
  readonly label: string;
  readonly columns: readonly ScoreColumn[];
  readonly dimensions: readonly { readonly id: string; readonly label: string }[];
  /** What adds points, in the order of `Explanation.parts`. */
  readonly parts: readonly { readonly id: string; readonly dimension: string }[];
  readonly range: ScoreRange;
  readonly bands: readonly ScoreBand[];
  /** Why values that are each allowed cannot stand together; undefined if they can. */
  readonly contradiction?: (values: Column) => string | undefined;
  /** Takes one borrower's values in the order of `columns`, within their ranges. */
  readonly explain: (values: Column) => Explanation;
}

/** Points by dimension, in the order of the model's dimensions. */
export function pointsByDimension(model: ScoreModel, { parts }: Explanation): number[] {
  return model.dimensions.map(({ id }) =>
    parts.reduce((sum, part) => (part.dimension === id ? sum + part.points : sum), 0),
  );
}
