import { LenderKind, type LenderColumns, type LenderKindName } from './institution.ts';

/** The code of each kind of lender, by its name in scenarios. */
export const kindCodes: Readonly<Record<LenderKindName, number>> = {
  bank: LenderKind.bank,
  'consumer-finance': LenderKind.consumerFinance,
  internet: LenderKind.internet,
};

/** Lenders as an institution sees them: their kind and their size, nothing else. */
export function lenderColumns(
  lenders: readonly { readonly kind: LenderKindName; readonly share: number }[],
): LenderColumns {
  return {
    n: lenders.length,
    kind: Uint8Array.from(lenders, (lender) => kindCodes[lender.kind]),
    share: Float64Array.from(lenders, (lender) => lender.share),
  };
}
