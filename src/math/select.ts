/**
 * Choices without a branch, for loops over people: which way a comparison goes nobody can guess there, a processor
 * neither, and each wrong guess costs it as much as an exponential. Products with 1 and 0 are exact.
 */

/** a if `first` is 1, b if it is 0. Both must be finite: an infinite one makes NaN even if it is not chosen. */
export function select(first: number, a: number, b: number): number {
  return first * a + (1 - first) * b;
}

/** The lower of two finite numbers. */
export function lower(a: number, b: number): number {
  return select(Number(a < b), a, b);
}
