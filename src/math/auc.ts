/**
 * Area under the ROC curve: the chance that a good one outscores a bad one, ties counting half, where
 * each row is good and bad in part (1 − its chance of default, and that chance).
 *
 * Mann–Whitney form over the sorted scores, O(n log n). Bamber (1975), J. Math. Psychology 12, 387–415.
 *
 * @param score higher = safer. Shape (n).
 * @param bad weight of the bad in each row, 0..1: an outcome or a probability. Shape (n).
 * @param rows which rows count.
 * @returns 0..1, or NaN when there is no good, no bad, or a score is NaN.
 */
export function auc(score: ArrayLike<number>, bad: ArrayLike<number>, rows: Int32Array): number {
  const order = Float64Array.from(rows, (row) => score[row]);
  if (order.some(Number.isNaN)) return NaN;
  const sorted = rows.slice().sort((a, b) => score[a] - score[b]);
  order.sort();
  let badsBelow = 0;
  let goods = 0;
  let won = 0;
  for (let from = 0; from < sorted.length;) {
    let badHere = 0;
    let goodHere = 0;
    let to = from;
    for (; to < sorted.length && order[to] === order[from]; to++) {
      badHere += bad[sorted[to]];
      goodHere += 1 - bad[sorted[to]];
    }
    won += goodHere * (badsBelow + badHere / 2);
    badsBelow += badHere;
    goods += goodHere;
    from = to;
  }
  return won / (goods * badsBelow);
}
