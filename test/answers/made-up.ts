import type { PointValues } from '../../src/answers/point-values.ts';

/** Values by institution from a function of replicate and point. */
export function pointValues(
  of: Readonly<Record<string, (replicate: number, point: number) => number>>,
  replicates: number,
  points: number,
): PointValues {
  return {
    institutions: Object.keys(of),
    values: Object.values(of).map((value) =>
      Array.from({ length: replicates }, (_, r) =>
        Float64Array.from({ length: points }, (__, p) => value(r, p)),
      ),
    ),
  };
}
