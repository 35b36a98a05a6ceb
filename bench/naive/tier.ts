/** What a reader sees of a contributor. */
export type Level = 'none' | 'negative' | 'full' | 'full-without-balances';

/** One of the institutions that stand beside each other as one (section 6.6). Everything by number of lender. */
export interface Tier {
  readonly barred: readonly boolean[];
  readonly contributes: readonly boolean[];
  /** access[reader][contributor]. */
  readonly access: readonly (readonly Level[])[];
  readonly retentionNegative: number;
  readonly retentionPositive: number;
  readonly lag: number;
  readonly threshold: number;
  readonly falseDefault: number;
  readonly missedDefault: number;
  readonly standardsGap: number;
  /** Which of a lender's draws of errors are this tier's. */
  readonly draw: readonly number[];
}
