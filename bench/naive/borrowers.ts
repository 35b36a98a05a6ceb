import type { Economy } from '../../src/engine/parameters.ts';
import type { Lender } from './lender.ts';
import type { Luck } from './luck.ts';

/** A loan as it stands on file. */
interface Loan {
  readonly lender: Lender;
  readonly quarter: number;
  readonly defaulted: boolean;
  /** What the lender told the institution, right or wrong. */
  readonly reportedDefault: boolean;
}

/** A person: five latent traits, a home lender, a memory of loans. */
export interface Borrower {
  readonly id: number;
  readonly character: number;
  capacity: number;
  readonly capital: number;
  readonly collateral: number;
  readonly conditions: number;
  readonly capitalNoise: number;
  readonly home: Lender;
  readonly patience: number;
  readonly aware: boolean;
  lastActed: number;
  readonly loans: Loan[];
}

/** Draws one borrower (model.md §1). */
export function createBorrower(
  id: number,
  economy: Economy,
  lenders: readonly Lender[],
  luck: Luck,
): Borrower {
  const { traits, behaviour } = economy;
  const factor = luck.normal('commonFactor', id, 0);
  const correlated = (loading: number, own: number) =>
    loading * factor + Math.sqrt(1 - loading ** 2) * own;
  const offset = (2 * Math.floor(16 * luck.uniform('patience', id, 0)) - 15) / 15;
  const patience = behaviour.patience + offset * behaviour.patienceSpread;
  return {
    id,
    character: correlated(traits.characterLoading, luck.normal('character', id, 0)),
    capacity: correlated(traits.capacityLoading, luck.normal('capacity', id, 0)),
    capital: correlated(traits.capitalLoading, luck.normal('capital', id, 0)),
    collateral: correlated(traits.collateralLoading, luck.normal('collateral', id, 0)),
    conditions: correlated(traits.conditionsLoading, luck.normal('conditions', id, 0)),
    capitalNoise: luck.normal('capitalNoise', id, 0),
    home: drawByShare(lenders, luck.uniform('homeLender', id, 0)),
    patience: Math.min(0.9999, Math.max(0, patience)),
    aware: luck.uniform('awareness', id, 0) < behaviour.awareness,
    lastActed: 0,
    loans: [],
  };
}

/** The lenders a borrower asks: its home lender, and others by share of search, each once. */
export function search(
  borrower: Borrower,
  economy: Economy,
  lenders: readonly Lender[],
  quarter: number,
  luck: Luck,
): Lender[] {
  const { quotes, homeLender } = economy.search;
  const asked = homeLender ? [borrower.home] : [];
  while (asked.length < quotes) {
    const others = lenders.filter((lender) => !asked.includes(lender));
    asked.push(drawByShare(others, luck.uniform('search', borrower.id, quarter)));
  }
  return asked;
}

function drawByShare(lenders: readonly Lender[], u: number): Lender {
  let left = u * lenders.reduce((sum, lender) => sum + lender.share, 0);
  const drawn = lenders.find((lender) => (left -= lender.share) < 0);
  return drawn ?? lenders[lenders.length - 1];
}
