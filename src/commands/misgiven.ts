import type { Problem } from '../errors.ts';

/** Mistakes in the flags of the present command line. */
const gathered: Problem[] = [];

/** Notes a mistake in a flag: yargs would stop at the first that is thrown, and people want to see all. */
export function noteMisgiven(problem: Problem): undefined {
  gathered.push(problem);
}

/** The mistakes noted, which are then forgotten. */
export function takeMisgiven(): Problem[] {
  return gathered.splice(0);
}
