/**
 * One of two finite numbers, to the bit: the first if `which` is 0, the second if it is 1. A branch is quicker where a
 * processor guesses it; this one is for choices that nobody can guess, in loops over people who differ.
 */
export function either(a: number, b: number, which: number): number {
  return (1 - which) * a + which * b;
}
