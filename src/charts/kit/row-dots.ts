/** Fewest replicates of which it can be said that they fall into two heaps. */
const fewest = 6;

/** How much of the range must be empty. Of six normal draws half is empty in one market of ten, so much in one of 250. */
const empty = 0.75;

/** Whether the values of a market fall into two heaps with nothing between, as where some replicates froze. */
export function hasTwoStates(values: readonly number[]): boolean {
  if (values.length < fewest) return false;
  const sorted = values.toSorted((a, b) => a - b);
  const range = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0);
  if (range === 0) return false;
  const gaps = sorted.slice(1).map((value, k) => value - sorted[k]);
  return Math.max(...gaps.slice(1, -1)) > empty * range;
}
