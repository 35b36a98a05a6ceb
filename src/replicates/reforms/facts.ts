import type { Scenario } from '../../scenario/index.ts';

/** A reform as its results need it: what it reforms, and when. */
export interface Reform {
  readonly id: string;
  readonly label: string;
  /** Id of the institution without the reform. */
  readonly of: string;
  /** First quarters of its phases. At least one. */
  readonly from: readonly number[];
  /** First quarter in which something may differ: that of the first announcement, or of the first phase. */
  readonly begins: number;
}

/** The reforms of a scenario whose status quo is there too, in its order. */
export function reformsOf({ institutions }: Pick<Scenario, 'institutions'>): Reform[] {
  const ids = institutions.map(({ id }) => id);
  return institutions.flatMap(({ id, label, reformOf: of, phases = [] }): Reform[] => {
    if (of === undefined || !ids.includes(of) || phases.length === 0) return [];
    const from = phases.map((phase) => phase.from);
    const [{ announced = from[0] }] = phases;
    return [{ id, label, of, from, begins: Math.min(announced, from[0]) }];
  });
}

/** Number of the phase that a quarter lies in: 0 before the first. */
export function phaseAt(from: readonly number[], quarter: number): number {
  return from.filter((first) => first <= quarter).length;
}

/**
 * Whether a sum of this quarter of signing is still open to a change: some of its loans live on when the reform begins, or a
 * later phase does.
 */
export function isOpen({ begins, from }: Reform, quarter: number, term: number): boolean {
  return [begins, ...from].some((change) => quarter < change && quarter > change - term);
}
