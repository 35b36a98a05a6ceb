import type { ExperimentSummaryRow } from './experiment-rows.ts';
import type { Language } from '../language.ts';
import type { Samples } from '../replicates/index.ts';
import type { Cast, Answer } from '../findings/index.ts';

/** A column of the table that is printed. */
export interface ReadingColumn {
  readonly head: readonly string[];
  /** As it is shown: shares in per cent or points, the rest as it is. */
  readonly unit: string;
  readonly measure: string;
  readonly world: string;
}

/** What must be zero: an effect whose mechanism is switched off, or an estimate less the truth. */
export interface ZeroLaw {
  /** What is zero: "Selection, where types are visible". */
  readonly says: string;
  readonly world: string;
  readonly measure: string;
  /** Measure that is taken away, replicate by replicate. */
  readonly less?: string;
}

/** What is printed around the numbers, in one language. */
export interface ReadingWords {
  readonly title: string;
  readonly columns: readonly Pick<ReadingColumn, 'head' | 'unit'>[];
  readonly legend: readonly string[];
}

/** How a person reads the numbers of an experiment. */
export interface ExperimentReading {
  readonly table: readonly ReadingColumn[];
  readonly laws: readonly ZeroLaw[];
  /** Estimates that should meet what the same draws say is true. */
  readonly truths: readonly ZeroLaw[];
  /** What must be known to read the table. */
  readonly legend: readonly string[];
  /** Title, columns and legend in every language; without them all is printed in English. */
  readonly spoken?: Readonly<Record<Language, ReadingWords>>;
  /** What the numbers show, in sentences; curves are in the summary only. */
  readonly answers: (
    samples: Samples,
    cast: Cast,
    summary: readonly ExperimentSummaryRow[],
  ) => Answer[];
}
