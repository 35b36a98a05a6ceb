import type { LenderColumns, Rules } from '../../institutions/index.ts';

/** The duties of each lender, one for each tier of the institution. */
export function dutiesOf(rules: Rules, lenders: LenderColumns): number[][] {
  const byTier = [rules, ...(rules.beside ?? [])].map((tier) => {
    const duty = new Uint8Array(lenders.n);
    tier.contributes(lenders, duty);
    return duty;
  });
  return Array.from({ length: lenders.n }, (_, j) => byTier.map((duty) => duty[j]));
}
