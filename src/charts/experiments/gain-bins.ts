import type { CurvePoint } from '../kit/experiment-rows.ts';

/** A row for the end of each last bin, so that the line of steps draws it, in shares of a mean loan. */
export function closed(people: readonly CurvePoint[]) {
  const ends = [...new Set(people.map(({ at }) => at))].toSorted((a, b) => a - b);
  const [first = 0, second = first] = ends;
  const last = ends.at(-1);
  const rows = people.flatMap((row) =>
    row.at === last ? [row, { ...row, at: row.at + second - first }] : [row],
  );
  return rows.map((row) => ({ ...row, gain: row.at / 100 }));
}

/** Labels of an axis whose first and last bins hold all that is beyond. */
export function openEnds(stops: readonly number[]): string {
  const [first, last] = [stops[0], stops.at(-1)];
  return `(datum.value <= ${first} ? '≤ ' : datum.value >= ${last} ? '≥ ' : '') + replace(format(datum.value, '.3~p'), '-', '−')`;
}
