import { discover, type Discovery } from '../designs/prim.ts';
import { leaders } from './first.ts';
import { goodSign, pointMeans, type PointValues } from './point-values.ts';

/** A column that a box can bound: a number, a switch as 0 and 1, or one word of a factor that is none of these. */
export interface BoxColumn {
  readonly key: string;
  /** Of a categorical factor: the value that 1 stands for. */
  readonly word?: string;
  /** Shape (points). */
  readonly values: Float64Array;
}

/** What is looked for in the space of factors. */
export interface Hunt {
  readonly institution: string;
  /** The other of a pair; without it, that the institution is first. */
  readonly other?: string;
  /** Whether the box is of where it happens, or, where that is more often than not, of where it does not. */
  readonly happens: boolean;
  readonly discovery: Discovery;
}

/** Columns for boxes from the values of factors. A factor that has one value everywhere bounds nothing. */
export function boxColumns(
  keys: readonly string[],
  points: readonly (readonly unknown[])[],
): BoxColumn[] {
  return keys.flatMap((key, i): BoxColumn[] => {
    const all = points.map((values) => values[i]);
    const words = [...new Set(all.map(wordOf))];
    if (words.length < 2) return [];
    if (all.every((value) => typeof value === 'number' || typeof value === 'boolean')) {
      return [{ key, values: Float64Array.from(all, Number) }];
    }
    return words.map((word) => ({
      ...{ key, word },
      values: Float64Array.from(all, (value) => Number(wordOf(value) === word)),
    }));
  });
}

function wordOf(value: unknown): string {
  return Array.isArray(value) ? value.join(' ') : String(value);
}

/**
 * Where an institution is first, or ahead of another, on means over replicates: a box in at most three factors. What is
 * rarer is looked for, its being so or its not being so, since a box cannot double what happens at more than half of the
 * points.
 *
 * @param pair places of the institution and, if it is held against one only, of the other
 * @param seed of the split into halves
 * @returns undefined where it is the same at all points
 */
export function hunt(
  values: PointValues,
  better: string,
  [mine, other]: readonly [number, number?],
  columns: readonly BoxColumn[],
  seed: string,
): Hunt | undefined {
  const means = pointMeans(values);
  const sign = goodSign({ better });
  const first = leaders(means, sign);
  const so = Float64Array.from(first, (leader, p) => {
    if (other === undefined) return leader < 0 ? NaN : Number(leader === mine);
    const difference = sign * (means[mine][p] - means[other][p]);
    return Number.isNaN(difference) ? NaN : Number(difference > 0);
  });
  const defined = so.filter((x) => !Number.isNaN(x));
  const rate = defined.reduce((sum, x) => sum + x, 0) / defined.length;
  if (!(rate > 0 && rate < 1)) return undefined;
  const happens = rate <= 0.5;
  const points = columns.map((column) => column.values);
  return {
    institution: values.institutions[mine],
    ...(other !== undefined && { other: values.institutions[other] }),
    happens,
    discovery: discover(points, happens ? so : so.map((x) => 1 - x), seed),
  };
}
