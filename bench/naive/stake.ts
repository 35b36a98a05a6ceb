import type { Economy } from '../../src/engine/parameters.ts';
import type { Borrower } from './borrowers.ts';
import { reportOn, type Institution, type Report } from './institution.ts';
import { featuresOf, type Lender, type Signals } from './lender.ts';

/**
 * V: what a borrower believes it loses by a default on this lender, which remembers it, and whose readers see it until
 * it is erased (model.md §5).
 */
export function stakeWith(
  lender: Lender,
  borrower: Borrower,
  signals: Signals,
  quarter: number,
  market: { economy: Economy; institution: Institution; lenders: readonly Lender[] },
): number {
  const { economy, institution, lenders } = market;
  const { demand } = economy.search;
  const { lag, retentionNegative, missedDefault } = institution;

  const loss = (of: Lender, before: Report, after: Report) => {
    const { cap } = economy.pricing;
    const { valueOfAccess } = economy.reputation;
    const open = of.breakEven(featuresOf(signals, before), signals.collateral);
    const shut = of.breakEven(featuresOf(signals, after), signals.collateral);
    if (open > cap) return 0;
    if (shut > cap) return valueOfAccess;
    return Math.max(0, Math.min(valueOfAccess, shut - open));
  };

  const own = reportOn(borrower, lender, quarter, institution);
  const ownLoss = loss(lender, own, { ...own, ownDefault: true });
  const remembered = demand * annuity(borrower.patience, 1, 31) * lender.share * ownLoss;

  const readers = lenders.filter(
    (reader) =>
      reader !== lender &&
      institution.contributes(lender) &&
      institution.sees(reader, lender) !== 'nothing',
  );
  const told = readers.reduce((sum, reader) => {
    const before = reportOn(borrower, reader, quarter, institution);
    const after = { ...before, sharedDefaults: before.sharedDefaults + 1 };
    return sum + reader.share * (1 - missedDefault) * loss(reader, before, after);
  }, 0);
  const horizon = demand * annuity(borrower.patience, 1 + lag, lag + retentionNegative);
  return remembered + (borrower.aware ? horizon * told : 0) + institution.perks(lender);
}

/** Σ δ^s for s = from … to: what one unit a quarter is worth today. */
function annuity(patience: number, from: number, to: number): number {
  return (patience ** from - patience ** (to + 1)) / (1 - patience);
}
