import { auc } from '../../math/auc.ts';
import { log } from '../../math/exp.ts';
import { logisticRegression } from '../../math/logistic-regression.ts';
import type { Files, People } from '../seen.ts';

/** Quarters in which an old default still makes its borrower bad: two years. */
const stillUnpaid = 8;

/**
 * 1 for who is bad on some account: a default in the quarters ahead, a refused application that would have ended in one, or
 * a default of the last two years, which is still unpaid. Shape (people).
 */
export function badOnSomeAccount({ defaulted, refusedBad, sinceDefault }: People): Float64Array {
  return defaulted.map((defaults, i) =>
    Number(defaults > 0 || refusedBad[i] > 0 || sinceDefault[i] <= stillUnpaid),
  );
}

/** A scorecard of files: what a bureau tells lenders of everybody who has one. */
export interface BureauScore {
  /** Log-odds of being good, of everybody. */
  readonly score: Float64Array;
  /** The score of everybody by other files, at the same weights. */
  readonly of: (files: Files) => Float64Array;
  readonly bad: Float64Array;
  /** People with a file in the half that the scorecard was not fitted on. */
  readonly rows: Int32Array;
}

/** What the scorecard reads of a file. */
function featuresOf({ repaid, defaults, sinceDefault, length, ...open }: Files): Float64Array[] {
  return [
    repaid.map((k) => log(1 + k)),
    defaults.map((k) => Number(k > 0)),
    defaults.map((k) => log(1 + k)),
    sinceDefault.map((quarters) => Number(quarters > 0 && quarters <= stillUnpaid)),
    sinceDefault.map((quarters) => (quarters > 0 ? 1 / quarters : 0)),
    length.map((quarters) => quarters / 28),
    open.openLoans,
    open.balances,
    open.kinds,
  ];
}

/** Logistic regression of being bad on the file, fitted on people of odd number, to be read on those of even number. */
export function bureauScore(people: People, files: Files): BureauScore {
  const { n } = people;
  const bad = badOnSomeAccount(people);
  const half = (odd: number) =>
    Int32Array.from({ length: n }, (_, i) => i).filter((i) => i % 2 === odd && files.length[i] > 0);
  const beta = logisticRegression(featuresOf(files), bad, half(1));
  const of = (read: Files) => {
    const columns = featuresOf(read);
    return Float64Array.from({ length: n }, (_, i) =>
      columns.reduce((sum, column, c) => sum - beta[c + 1] * column[i], -beta[0]),
    );
  };
  return { score: of(files), of, bad, rows: half(0) };
}

/** Rows whose score is above this share of the others, the lowest left out: those of one score in order of number. */
function bestBy(score: Float64Array, rows: Int32Array, cut: number): Int32Array {
  const order = rows.slice().sort((a, b) => score[a] - score[b] || a - b);
  return order.subarray(Math.floor(order.length * cut));
}

/** AUC of the score among those above a cut-off of rank. */
export function aucAbove({ score, bad, rows }: BureauScore, cut: number): number {
  return auc(score, bad, bestBy(score, rows, cut));
}
