import { hidden } from '../columns/hidden.ts';
import { outcome } from '../columns/outcome.ts';
import { roll } from '../columns/roll.ts';
import { terms } from '../columns/terms.ts';
import { visible } from '../columns/visible.ts';
import type { Sharing } from '../files/join.ts';
import type { Records } from '../files/records.ts';
import type { LenderTerms, PriceConstants } from '../lenders/pricing-terms.ts';
import type { LoanBook, LoanQuarter, Motives } from '../loans/book.ts';
import type { Population } from '../people/population.ts';
import { reconsider, type Answers, type Contracts } from './potential.ts';
import { offerWorth } from '../stake/offer-worth.ts';
import type { Market, World } from '../setup.ts';
import type { MarketState } from '../state.ts';
import type { WorldState } from '../world-state.ts';

/** Columns of which none can be written. */
type Seen<T> = { readonly [K in keyof T]: T[K] extends object ? Readonly<T[K]> : T[K] };

/**
 * A page as an observer sees it, always the same object. Rows of twins (`roll.slot[r]` ≥ pageSize) are there beside those of
 * borrowers; they count nowhere.
 */
export interface Observed {
  readonly market: Market;
  readonly sharing: Sharing;
  readonly world: World;
  readonly page: number;
  readonly quarter: number;
  readonly roll: typeof roll;
  readonly hidden: typeof hidden;
  readonly visible: typeof visible;
  readonly terms: typeof terms;
  readonly outcome: typeof outcome;
  readonly people: Seen<Population>;
  /** Loans of all pages: vintages of this one begin at `vintageStart(book, page, vintage)`. */
  readonly book: Seen<LoanBook>;
  readonly motives: Seen<Motives>;
  /** What the quarter does to the page's open loans; as left over until step 9. */
  readonly now: Seen<LoanQuarter>;
  readonly records: Records;
  /** What each application is worth to its borrower, in expectation; 0 without an offer. By row, valid from step 7 on. */
  readonly surplus: Readonly<Float64Array>;
  /** What lenders of this world reckon with when they price by card. */
  readonly pricing: Seen<LenderTerms>;
  readonly constants: Seen<PriceConstants>;
  /** Quarter in which the borrower's living twin was made, plus one; 0 without one. Shape (borrowers), empty without twins. */
  readonly madeTwin: Readonly<Uint16Array>;
  /**
   * What applicants would do under contracts that they were not offered. Only in `applications`; the answer is overwritten by
   * the next call.
   */
  readonly potential: (count: number, contracts: Contracts) => Answers;
}

/** Looks at every page of every quarter of every world, at two moments, and changes nothing. */
export interface Observer {
  /** After step 7 of quarter.ts: who applied, was offered what, and chose; nothing is signed yet. */
  readonly applications?: (seen: Observed) => void;
  /** After step 11: loans have lived through the quarter and records are on file; balances are still those of its start. */
  readonly quarterEnd?: (seen: Observed) => void;
}

/** An observer at its post: called with the page at work. */
export interface Watch {
  readonly applications: ((page: number, quarter: number) => void) | undefined;
  readonly quarterEnd: ((page: number, quarter: number) => void) | undefined;
}

/** Lets an observer see one world of a market. */
export function watchOver(state: MarketState, world: WorldState, observer: Observer): Watch {
  const { market, sharing, people, choice, taking, lenders } = state;
  const { book, motives, now, records } = world;
  const { lookAhead } = world.strategy;
  const reckoning = { choice, taking, terms: lenders.terms, lookAhead };
  const moment = { page: 0, quarter: 0, isOpen: false };
  const seen: Observed = {
    ...{ market, sharing, world: world.world, roll, hidden, visible, terms, outcome, people },
    ...{ pricing: lenders.terms, constants: world.constants },
    surplus: offerWorth.surplus,
    ...{ book, motives, now, records, madeTwin: world.twins?.made ?? new Uint16Array(0) },
    get page() {
      return moment.page;
    },
    get quarter() {
      return moment.quarter;
    },
    potential: (count, contracts) => {
      if (!moment.isOpen) throw new Error('contracts can be tried only before loans are signed');
      return reconsider(reckoning, count, contracts);
    },
  };
  const at = (look: ((seen: Observed) => void) | undefined, isOpen: boolean) =>
    look &&
    ((page: number, quarter: number) => {
      Object.assign(moment, { page, quarter, isOpen });
      look(seen);
    });
  return {
    applications: at(observer.applications, true),
    quarterEnd: at(observer.quarterEnd, false),
  };
}
