import { driving, type Drivers } from '../../answers/index.ts';
import type { Table } from '../../text/csv.ts';
import type { Axis } from '../../scenario/index.ts';
import { ownerOf } from './factor-space.ts';
import type { SensitivityOutcome } from './sensitivity.ts';

/**
 * Every factor with its range and what screening says of it, first by μ*. In the measure's own unit; of who is first, in
 * ranks from 0 to 1.
 */
export function screeningTable({ space, screened }: SensitivityOutcome): Table {
  return screened.order.map((i, rank) => {
    const { mu, muStar, sigma, n } = screened.effects[i];
    return {
      ...{ rank: rank + 1, factor: space.factors[i].key, part: ownerOf(space.factors[i]) },
      ...{ muStar, sigma, mu, trajectories: n, range: rangeText(space.axes[i]) },
    };
  });
}

/** Where a factor lies: "0.1 to 0.4", "1 to 100 (log)", "a | b". */
function rangeText(axis: Axis): string {
  if (axis.kind === 'range') {
    return `${axis.low} to ${axis.high}${axis.scale === 'log' ? ' (log)' : ''}`;
  }
  return axis.values
    .map((value) => (typeof value === 'object' ? value.join(' ') : value))
    .join(' | ');
}

/** Indices of the whole answer and of each of its parts, luck last. */
export function indicesTable({ space, driven }: SensitivityOutcome): Table {
  if (!driven) return [];
  const { kept, drivers } = driven;
  const decided = new Set(driving(drivers));
  const rows = (of: string, { first, total, used }: Drivers['whole']) =>
    kept.map((factor, i) => ({
      ...{ of, factor: space.factors[factor].key, part: ownerOf(space.factors[factor]) },
      ...{ first: first[i].value, firstLow: first[i].low, firstHigh: first[i].high },
      ...{ total: total[i].value, totalLow: total[i].low, totalHigh: total[i].high },
      ...{ basePoints: used, decides: of === 'all' ? decided.has(i) : null },
    }));
  const { first, total } = drivers.luck;
  return [
    ...rows('all', drivers.whole),
    { of: 'all', factor: 'replicate', part: 'luck', first, total },
    ...drivers.parts.flatMap(({ institution, indices }) => rows(institution, indices)),
  ];
}
