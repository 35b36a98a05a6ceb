import {
  Access,
  Duty,
  LenderKind,
  lenderKindNames,
  type AccessName,
  type Column,
  type DutyName,
  type LenderColumns,
  type LenderKindName,
  type Rules,
  type ScoreRules,
} from './institution.ts';
import { kindCodes } from './lender-columns.ts';

/**
 * Who contributes: one duty for all, or one for each kind of lender; kinds not named are barred.
 *
 * @throws Error if a duty or a kind is unknown (in a module that no compiler has seen)
 */
export function contributors(
  duties: DutyName | Readonly<Partial<Record<LenderKindName, DutyName>>>,
): Rules['contributes'] {
  const byKind = typeof duties === 'string' ? {} : duties;
  const rest = typeof duties === 'string' ? duties : 'barred';
  for (const kind of Object.keys(byKind)) codeOf(kindCodes, kind);
  const codes = lenderKindNames.map((kind) => codeOf(Duty, byKind[kind] ?? rest));
  return (lenders, out) => {
    for (let j = 0; j < lenders.n; ++j) out[j] = codes[lenders.kind[j]];
  };
}

/** Who reads, said one pair of lenders at a time. Lenders are row numbers. */
export interface PairAccess {
  /** What the reader sees of a contributor. Asked for pairs of different lenders only. */
  readonly level: (
    reader: number,
    contributor: number,
    lenders: LenderColumns,
    contributing: Column,
  ) => AccessName;
  /** Fee on a loan that a reader signs, in mean loans. */
  readonly fee: number;
  /** Who sees the score, if there is one. Default: nobody. */
  readonly score?: (reader: number, lenders: LenderColumns) => boolean;
}

/**
 * The access rule that asks `level` about every reader and every contributor.
 *
 * @throws Error when run, if a level is unknown
 */
export function readers({ level, fee, score = () => false }: PairAccess): Rules['access'] {
  return (lenders, contributing, out) => {
    const { n } = lenders;
    for (let j = 0; j < n; ++j) {
      for (let q = 0; q < n; ++q) {
        if (q !== j && contributing[q]) {
          out.level[j * n + q] = codeOf(Access, level(j, q, lenders, contributing));
        }
      }
      out.fee[j] = fee;
      out.score[j] = score(j, lenders) ? 1 : 0;
    }
  };
}

/** Whether lender number `lender` is a bank. */
export const isBank = (lenders: LenderColumns, lender: number) =>
  lenders.kind[lender] === LenderKind.bank;

/** The ecosystem of a platform's score: its internet lenders, whatever they tell others. */
export const internetLenders: NonNullable<ScoreRules['ecosystem']> = (lenders, _, out) => {
  for (let j = 0; j < lenders.n; ++j) out[j] = lenders.kind[j] === LenderKind.internet ? 1 : 0;
};

function codeOf(codes: Readonly<Record<string, number>>, name: string): number {
  if (Object.hasOwn(codes, name)) return codes[name];
  throw new Error(`unknown '${name}'; allowed: ${Object.keys(codes).join(', ')}`);
}
