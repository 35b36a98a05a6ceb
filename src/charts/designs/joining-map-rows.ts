import type { Words } from '../../language.ts';
import type { Cells } from '../chart.ts';

/** A coalition of a joining game. */
export interface CoalitionRow extends Cells {
  readonly institution: string;
  /** Ids of its lenders, or `nobody`. */
  readonly coalition: string;
  /** Short, for a mark: `b1 cf`, `nobody`, `all`. */
  readonly short: string;
  readonly lenders: number;
  /** In mean loans a loan; null where the institution has none. */
  readonly fee: number | null;
  /** Welfare less that of nobody, in mean loans an application. */
  readonly welfare: number | null;
  readonly verdict: 'holds' | 'fails' | 'untold';
  readonly byMeans: boolean;
  readonly isPlanner: boolean;
  /** Step of the best-response path from nobody, or from everybody; null if it is not on it. */
  readonly fromNobody: number | null;
  readonly fromEverybody: number | null;
}

/** Whether a mark has its name beside it. */
const isNamed = ({ byMeans, isPlanner }: CoalitionRow) => byMeans || isPlanner;

/**
 * What stands beside each mark: of marks nearer to each other than `near` the first has the names of all, since one would be
 * written over the other.
 *
 * @param near in the unit of welfare
 */
export function besideMarks(rows: readonly CoalitionRow[], near: number): string[] {
  const beside = rows.map(() => '');
  const order = rows
    .map((_, i) => i)
    .filter((i) => isNamed(rows[i]))
    .toSorted((a, b) => (rows[b].welfare ?? 0) - (rows[a].welfare ?? 0));
  for (const i of order) {
    const { institution, lenders, welfare, short } = rows[i];
    const shared = order.find(
      (j) =>
        beside[j] !== '' &&
        rows[j].institution === institution &&
        rows[j].lenders === lenders &&
        (rows[j].welfare ?? 0) - (welfare ?? 0) < near,
    );
    if (shared === undefined) beside[i] = short;
    else beside[shared] += `, ${short}`;
  }
  return beside;
}

export const joiningMapTitle: Words = {
  en: 'Which coalitions of lenders hold',
  zh: '哪些贷款机构联盟能够维持',
};
