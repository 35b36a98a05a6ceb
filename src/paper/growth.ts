import { exp, log } from '../math/exp.ts';
import type { YearValue, Series } from './series.ts';

/** Growth between two points of a series; a lower bound where the later point says "more than". */
export interface Growth {
  readonly series: string;
  readonly from: number;
  readonly to: number;
  /** Share of the first value, over all the years. */
  readonly total: number;
  /** The same for each rate and year: (last / first)^(1 / years) − 1. */
  readonly perYear: number;
}

export function growth(series: Series, first: YearValue, last: YearValue): Growth {
  const ratio = last.value / first.value;
  return {
    series: series.id,
    from: first.year,
    to: last.year,
    total: ratio - 1,
    perYear: exp(log(ratio) / (last.year - first.year)) - 1,
  };
}

/** Growth from each point to the next and, where there are more than two, from the first to the last. */
export function growthOf(series: Series): Growth[] {
  const { points } = series;
  const steps = points.slice(1).map((point, index) => growth(series, points[index], point));
  return points.length > 2
    ? [...steps, growth(series, points[0], points[points.length - 1])]
    : steps;
}
