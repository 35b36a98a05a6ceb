import type { BoxColumn } from './discovery.ts';

/**
 * Numbers that differ most between points at which different institutions are first: columns by the share of their variance
 * that lies between leaders (η²), largest first. A picture of who is first has two of them as axes.
 *
 * @param leaders place of who is first at each point; −1 where nobody is
 */
export function tellingColumns(columns: readonly BoxColumn[], leaders: Int32Array): BoxColumn[] {
  const counted = [...leaders.keys()].filter((p) => leaders[p] >= 0);
  const groups = [...new Set(counted.map((p) => leaders[p]))].map((leader) =>
    counted.filter((p) => leaders[p] === leader),
  );
  const share = ({ values }: BoxColumn) => {
    const meanOf = (points: readonly number[]) =>
      points.reduce((sum, p) => sum + values[p], 0) / points.length;
    const centre = meanOf(counted);
    let [between, all] = [0, 0];
    for (const points of groups) {
      const own = meanOf(points);
      between += points.length * (own - centre) * (own - centre);
    }
    for (const p of counted) all += (values[p] - centre) * (values[p] - centre);
    return all > 0 ? between / all : 0;
  };
  return columns
    .filter(({ word }) => word === undefined)
    .map((column) => [column, share(column)] as const)
    .toSorted((a, b) => b[1] - a[1])
    .map(([column]) => column);
}
