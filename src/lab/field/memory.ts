import {
  Access,
  Duty,
  lenderColumns,
  lenderKindNames,
  type Rules,
} from '../../institutions/index.ts';
import { institutions } from '../../institutions/registry.ts';
import type { Town } from '../model/town.ts';

/** For how many quarters who decides can read a repaid loan, and a default. */
export interface Memory {
  readonly light: number;
  readonly dark: number;
}

/** What nobody else reads is remembered so: lenders keep their own books so long. */
const ownBooks: Memory = { light: 31, dark: 31 };

/** Two lenders of each kind, so that every pair of kinds meets. */
const lenders = lenderColumns(
  [...lenderKindNames, ...lenderKindNames].map((kind) => ({ kind, share: 1 / 6 })),
);

/**
 * What the files of a town remember, as its institution's own rules say: a black list shows no repaid loan, a score without
 * files shows no loan at all.
 */
export function memoryOf({ institution, with: own }: Town): Memory {
  const rules = institutions[institution]?.rules(own);
  if (!rules) return ownBooks;
  const tiers = [rules, ...(rules.beside ?? [])].map(readIn);
  if (!tiers.some(({ isRead }) => isRead)) return ownBooks;
  return {
    light: Math.max(...tiers.map(({ light }) => light)),
    dark: Math.max(...tiers.map(({ dark }) => dark)),
  };
}

/** What any lender reads of another in a tier, and for how long. */
function readIn({ contributes, access, records }: Rules) {
  const { n } = lenders;
  const duties = new Uint8Array(n);
  contributes(lenders, duties);
  const contributing = duties.map((duty) => Number(duty !== Duty.barred));
  const out = { level: new Uint8Array(n * n), fee: new Float64Array(n), score: new Uint8Array(n) };
  access(lenders, contributing, out);
  const readsAny = out.level.some((level) => level !== Access.none);
  const readsRepaid = out.level.some((level) => level > Access.negative);
  return {
    isRead: readsAny || out.score.some((one) => one === 1),
    light: readsRepaid ? records.retentionPositive : 0,
    dark: readsAny ? records.retentionNegative : 0,
  };
}
