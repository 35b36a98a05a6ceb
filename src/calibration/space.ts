import { exp, log } from '../math/exp.ts';

/** A number of the economy that a search may change. */
export interface FreeParameter {
  /** `economy.group.name`, `everyLender.name` or `lender-id.name`. */
  readonly key: string;
  readonly low: number;
  readonly high: number;
  readonly scale: 'linear' | 'log';
  /** Whether only whole numbers will do. */
  readonly whole: boolean;
}

/** Digits of a searched value: more would be noise, and a log of few digits can be read back to the bit. */
const digits = 6;

/**
 * The value at a place in a range, rounded to six digits (to a whole number, where only those will do).
 *
 * @param u 0 … 1, both included
 */
function valueAt({ low, high, scale, whole }: FreeParameter, u: number): number {
  if (whole) return low + Math.min(high - low, Math.floor(u * (high - low + 1)));
  const value = scale === 'log' ? low * exp(u * log(high / low)) : low + u * (high - low);
  return Math.min(high, Math.max(low, Number(value.toPrecision(digits))));
}

/** Where a value lies in a range: 0 … 1, the nearest end for a value outside. */
export function placeInRange({ low, high, scale, whole }: FreeParameter, value: number): number {
  if (whole) return Math.min(1, Math.max(0, (value - low + 0.5) / (high - low + 1)));
  const within = Math.min(high, Math.max(low, value));
  return scale === 'log' ? log(within / low) / log(high / low) : (within - low) / (high - low);
}

/** The values at a point. Shape (parameters). */
export function valuesAt(free: readonly FreeParameter[], point: Float64Array): number[] {
  return free.map((parameter, i) => valueAt(parameter, point[i]));
}

/** The point of values, in 0 … 1. Shape (parameters). */
export function pointOf(free: readonly FreeParameter[], values: readonly number[]): Float64Array {
  return Float64Array.from(free, (parameter, i) => placeInRange(parameter, values[i]));
}

/** Share of a range within which a value is said to lie at its end. */
const margin = 0.02;

/** The end of its range at which a value lies, if it does. */
export function boundOf(parameter: FreeParameter, value: number): 'low' | 'high' | undefined {
  const place = placeInRange(parameter, value);
  return place <= margin ? 'low' : place >= 1 - margin ? 'high' : undefined;
}
