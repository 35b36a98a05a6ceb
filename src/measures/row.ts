/**
 * One number of one run, in tidy form: the only thing that tables, charts and reports know.
 * `quarter` is null for a measure over all quarters after the burn-in.
 * `value` is NaN where a measure is not defined (say, a default rate without loans).
 */
export interface Row {
  readonly scenario: string;
  readonly institution: string;
  readonly world: string;
  /** 0, 1, 2, … */
  readonly replicate: number;
  readonly quarter: number | null;
  readonly measure: string;
  readonly value: number;
}

/** One measure under one institution and world, over replicates (output file summary.csv). */
export interface SummaryRow {
  readonly scenario: string;
  readonly institution: string;
  readonly world: string;
  readonly measure: string;
  readonly unit: string;
  /** Replicates with a defined value. */
  readonly n: number;
  readonly mean: number;
  /** Standard error of the mean; NaN with fewer than two replicates. */
  readonly standardError: number;
  /** 95% interval by Student's t; NaN with fewer than two replicates. */
  readonly low: number;
  readonly high: number;
  /** Institution that the difference is taken against, same replicate, same world. */
  readonly reference: string;
  /** Mean of the paired differences; NaN for the reference itself and where no pair is defined. */
  readonly difference: number;
  readonly differenceStandardError: number;
  readonly differenceLow: number;
  readonly differenceHigh: number;
  /** Replicates in which both are defined. */
  readonly pairs: number;
  /**
   * p-value of "no difference", adjusted by Holm over the institutions compared with the reference
   * in this measure and world; NaN with fewer than two pairs.
   */
  readonly adjustedP: number;
  /** How many times more replicates the difference would need were they not paired by seed. */
  readonly pairingGain: number;
}
