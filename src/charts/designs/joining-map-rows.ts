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

export const joiningMapTitle: Words = {
  en: 'Which coalitions of lenders hold',
  zh: '哪些贷款机构联盟能够维持',
};
