import type { Market, MarketInstitution } from '../engine/index.ts';
import type { Passport } from '../measures/index.ts';

/** One number of an experiment on one market under one institution. */
export interface Finding {
  readonly world: string;
  /** Id of a measure of the experiment. */
  readonly measure: string;
  /** Where along the measure's curve; null for a measure that is one number. */
  readonly at: number | null;
  /** NaN where it is not defined (no loans, say). */
  readonly value: number;
}

/** What an experiment measures. */
export interface ExperimentMeasure extends Passport {
  /** For a measure that is a curve: what it runs along, with unit. */
  readonly along?: string;
}

/**
 * An experiment: a pure function from one market under one institution to numbers; institutions and replicates are
 * its jobs.
 */
export interface Experiment {
  /** Kebab-case; the verb's argument and the file stem of its results. */
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly source: string;
  readonly measures: readonly ExperimentMeasure[];
  /** It observes reforms only: institutions with phases. */
  readonly ofReforms?: true;
  readonly observe: (market: Market, institution: MarketInstitution) => Finding[];
}
