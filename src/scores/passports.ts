import { real, whole, type NumberParameter } from '../parameters.ts';

/** Passport of a dimension's weight. */
export function weightOf(value: number, what: string, source: string): NumberParameter {
  return real(value, [0, 1], 'share', {
    about: `weight of ${what}; only the proportions of the five weights matter`,
    source,
  });
}

/** Passport of a number of points. */
export function points(
  value: number,
  about: string,
  source: string,
  range: readonly [number, number] = [-10_000, 10_000],
): NumberParameter {
  return whole(value, range, 'points', { about, source });
}

/** Passports of the ends of a score. */
export const endsOf = (
  [floor, ceiling]: readonly [number, number],
  source: string,
  range?: readonly [number, number],
) => ({
  floor: points(floor, 'lowest score', source, range),
  ceiling: points(ceiling, 'highest score', source, range),
});
