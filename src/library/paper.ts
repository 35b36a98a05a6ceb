import { checks, exhibits, type Check, type Exhibit } from '../paper/index.ts';

/** The tables and figures of Xu, Guo & Li, and each of their statements beside what their data give. */
export interface Paper {
  readonly exhibits: readonly Exhibit[];
  readonly checks: readonly Check[];
}

/** The paper that the project starts from, as `creditlab paper` reproduces it. */
export function paper(): Paper {
  return { exhibits: exhibits(), checks: checks() };
}
