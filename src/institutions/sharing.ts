import {
  Duty,
  LenderKind,
  lenderKindNames,
  type Access,
  type Column,
  type LenderColumns,
  type LenderKindName,
  type Rules,
  type ScoreRules,
} from './institution.ts';

type DutyCode = (typeof Duty)[keyof typeof Duty];
type AccessCode = (typeof Access)[keyof typeof Access];

/** Who contributes, by kind of lender; kinds that are not named are barred. */
export function contributors(
  duties: Readonly<Partial<Record<LenderKindName, DutyCode>>>,
): Rules['contributes'] {
  return (lenders, out) => {
    for (let j = 0; j < lenders.n; ++j) {
      out[j] = duties[lenderKindNames[lenders.kind[j]]] ?? Duty.barred;
    }
  };
}

/** Who reads, said one pair of lenders at a time. Lenders are row numbers. */
export interface Reading {
  /** What the reader sees of a contributor. Asked for pairs of different lenders only. */
  readonly level: (
    reader: number,
    contributor: number,
    lenders: LenderColumns,
    contributing: Column,
  ) => AccessCode;
  /** Fee on a loan that a reader grants, in principals. */
  readonly fee: number;
  /** Who sees the score, if there is one. Default: nobody. */
  readonly score?: (reader: number, lenders: LenderColumns) => boolean;
}

/** The access rule that answers `reading` for every reader and every contributor. */
export function readers({ level, fee, score = () => false }: Reading): Rules['access'] {
  return (lenders, contributing, out) => {
    const { n } = lenders;
    for (let j = 0; j < n; ++j) {
      for (let q = 0; q < n; ++q) {
        if (q !== j && contributing[q]) {
          out.level[j * n + q] = level(j, q, lenders, contributing);
        }
      }
      out.fee[j] = fee;
      out.score[j] = score(j, lenders) ? 1 : 0;
    }
  };
}

/** The ecosystem of a platform's score: its internet lenders, whatever they tell others. */
export const internetLenders: NonNullable<ScoreRules['ecosystem']> = (lenders, _, out) => {
  for (let j = 0; j < lenders.n; ++j) out[j] = lenders.kind[j] === LenderKind.internet ? 1 : 0;
};
