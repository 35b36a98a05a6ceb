import type { Market, MarketInstitution } from '../../engine/index.ts';
import { fifthOf, lenderStride, type Observed } from '../../engine/observe/index.ts';
import { simulate } from '../../engine/running/index.ts';
import { pageSize } from '../../random/draws.ts';
import { unawareBeliefs } from '../beliefs.ts';

/** How a person stands with lenders: it has not asked, it is refused, or it is approved at a price. */
export const Standing = { none: 0, refused: 1, approved: 2 } as const;

/** What became of the persons of a market in one arm. All by person. */
export interface Decisions {
  /**
   * Σ δ^s of the expected surplus of its counted decisions from the reform on, less what leaks cost it, 0 where it is
   * refused. In mean loans.
   */
  readonly surplus: Float64Array;
  /** Σ δ^s over its counted applications. */
  readonly applications: Float64Array;
  /** Its last decision in the year before the reform, and in the last year that counts. */
  readonly before: LastDecision;
  readonly after: LastDecision;
  /** In the quarter before the reform: fifth of income, 0 … 4; and, hidden, 1 if its hazard is below the median. */
  readonly income: Uint8Array;
  readonly safe: Uint8Array;
}

/** The last decision of each person in a span of quarters. */
interface LastDecision {
  readonly standing: Uint8Array;
  /** D offered; 0 without an approval. */
  readonly price: Float64Array;
  /** 1 where nobody asked found a record or an open loan. */
  readonly thin: Uint8Array;
}

/** Quarters over which the last decision before the reform, or of the run, is looked for. */
const span = 4;

/**
 * Runs one arm.
 *
 * @param begins first quarter in which the reform may change something
 */
export function decisionsOf(
  market: Market,
  institution: MarketInstitution,
  begins: number,
): Decisions {
  const { borrowers, economy, quarters } = market;
  const { term } = economy.loan;
  const last = (): LastDecision => ({
    standing: new Uint8Array(borrowers),
    price: new Float64Array(borrowers),
    thin: new Uint8Array(borrowers),
  });
  const decisions: Decisions = {
    surplus: new Float64Array(borrowers),
    applications: new Float64Array(borrowers),
    ...{ before: last(), after: last() },
    income: new Uint8Array(borrowers),
    safe: new Uint8Array(borrowers),
  };
  const end = quarters - term + 1;
  const first = Math.max(begins, market.burnIn);
  const discount = powersOf(economy.behaviour.patience, Math.max(1, end - first));
  simulate(market, institution, 'actual', {
    ...unawareBeliefs(market, institution),
    observer: {
      applications(seen) {
        const { quarter } = seen;
        if (quarter === begins - 1) describe(seen, decisions);
        if (quarter >= begins - span && quarter < begins) look(seen, decisions.before);
        if (quarter >= end - span && quarter < end) look(seen, decisions.after);
        if (quarter < first || quarter >= end) return;
        addUp(seen, decisions, discount[quarter - first]);
      },
    },
  });
  return decisions;
}

/** Originals of the page that ask for a loan, by row and person. */
function eachOriginal({ roll }: Observed, visit: (row: number, person: number) => void): void {
  for (let r = 0; r < roll.n; r++) {
    if (roll.slot[r] < pageSize) visit(r, roll.first + roll.person[r]);
  }
}

function addUp(seen: Observed, { surplus, applications }: Decisions, weight: number): void {
  eachOriginal(seen, (r, person) => {
    applications[person] += weight;
    surplus[person] += weight * (seen.surplus[r] - lossByLeaks(seen, r));
  });
}

/** What the borrower must expect to lose by leaks: it takes the loan by chance, and reckons with no leak as it does. */
function lossByLeaks({ terms, outcome, sharing }: Observed, r: number): number {
  const offered = terms.approved[r] | terms.explored[r];
  return offered * outcome.accepts[r] * sharing.leaks[terms.lender[r]];
}

/** What people are as the reform comes: the same in both arms. */
function describe({ roll, hidden }: Observed, { income, safe }: Decisions): void {
  for (let i = 0; i < roll.size; i++) {
    income[roll.first + i] = fifthOf(hidden.capacity[i]);
    safe[roll.first + i] = hidden.safe[i];
  }
}

function look(seen: Observed, { standing, price, thin }: LastDecision): void {
  const { terms } = seen;
  eachOriginal(seen, (r, person) => {
    const approved = terms.approved[r] === 1;
    standing[person] = approved ? Standing.approved : Standing.refused;
    price[person] = approved ? terms.price[r] : 0;
    thin[person] = Number(isUnknown(seen, r));
  });
}

/** Whether nobody asked finds a record or an open loan. */
function isUnknown({ roll, visible, market }: Observed, r: number): boolean {
  for (let j = 0; j < market.lenders.length; j++) {
    if (((roll.asked[r] >>> j) & 1) === 0) continue;
    const at = j * lenderStride + r;
    const own = visible.ownRepaid[at] + visible.ownDefaults[at];
    if (own + visible.sharedRepaid[at] + visible.sharedDefaults[at] + visible.fileExists[at] > 0)
      return false;
  }
  return true;
}

/** 1, δ, δ² … */
function powersOf(delta: number, n: number): Float64Array {
  const powers = new Float64Array(n).fill(1);
  for (let k = 1; k < n; k++) powers[k] = powers[k - 1] * delta;
  return powers;
}
