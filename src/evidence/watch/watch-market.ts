import { type Ledger, type Market, type MarketInstitution, sumNames } from '../../engine/index.ts';
import { type Observed, createDraws, drawUniforms, maxRows } from '../../engine/observe/index.ts';
import { simulate } from '../../engine/running/index.ts';
import {
  cohortOf,
  enrolledBorrowers,
  isCounted,
  isEnrolled,
  unawareBeliefs,
} from '../../experiments/index.ts';
import { measures } from '../../measures/registry.ts';
import { pageSize } from '../../random/draws.ts';
import { purposes } from '../../random/purposes.ts';
import { didYouMean } from '../../suggest.ts';
import type { Applications, People, PeopleNeed, Seen, Trials, WatchNeed } from '../seen.ts';
import { createApplicationBook } from './applications.ts';
import { createHistory, eachLoan, remember } from './history.ts';
import { createSnapshot } from './people.ts';
import { createTrialBook } from './trials.ts';

/** What several facts want written down of one market. */
export interface WatchOrder extends Omit<WatchNeed, 'people'> {
  /** Different snapshots; each is there once. */
  readonly people: readonly PeopleNeed[];
}

/** What was written down of one market. */
export interface WatchedMarket {
  readonly market: Market;
  readonly ledger: Ledger;
  readonly applications?: Applications | undefined;
  readonly loans?: Applications | undefined;
  readonly trials?: Trials | undefined;
  /** In the order of the order. */
  readonly people: readonly People[];
}

/**
 * Runs the actual world of a market once and writes down what was ordered, of its first 40,960 borrowers. What is watched
 * changes nothing: the ledger is that of a plain run.
 */
export function watchMarket(
  market: Market,
  institution: MarketInstitution,
  order: WatchOrder,
): WatchedMarket {
  const history = createHistory(market);
  const watched = Math.min(market.borrowers, enrolledBorrowers);
  const { applications = false, loans = false, trials = false } = order;
  const book =
    applications || loans ? createApplicationBook(market, history, !applications) : undefined;
  const snapshots = order.people.map((need) =>
    createSnapshot(market, institution, history, watched, need),
  );
  const trialBook = trials ? createTrialBook(market) : undefined;
  const cohort = cohortOf(market.seed);
  const drawFate = fateOf(market);
  const isWatched = ({ page }: Observed) => page * pageSize < watched;
  const needsLoans = book !== undefined || snapshots.length > 0;

  const ledger = simulate(market, institution, 'actual', {
    ...unawareBeliefs(market, institution),
    observer: {
      applications: (seen) => {
        const counts = isEnrolled(market, seen);
        const awake = snapshots.filter((one) => one.isAwake(seen.quarter));
        if (!isWatched(seen) || (!counts && awake.length === 0)) return;
        const fate = drawFate(seen);
        for (const one of awake) one.look(seen, fate);
        if (!counts) return;
        book?.enter(seen, fate);
        trialBook?.visit(cohort(seen));
      },
      quarterEnd: (seen) => {
        if (!needsLoans || !isWatched(seen)) return;
        eachLoan(seen, (loan) => {
          remember(history, seen.quarter, loan);
          if (isCounted(market, loan.signed)) book?.follow(seen, loan);
          for (const one of snapshots) one.follow(seen.quarter, loan);
        });
      },
    },
  });
  return {
    ...{ market, ledger },
    applications: applications ? book?.all() : undefined,
    loans: loans ? book?.loans() : undefined,
    trials: trialBook?.trials(),
    people: snapshots.map((one) => one.people()),
  };
}

/** Draws that potential outcomes hang on, by row of a page. */
function fateOf({ seed }: Market): (seen: Observed) => Float64Array {
  const draws = createDraws(seed);
  const person = new Int32Array(maxRows);
  const fate = new Float64Array(maxRows);
  return ({ roll, page, quarter }) => {
    for (let r = 0; r < roll.n; r++) person[r] = roll.person[r];
    drawUniforms(draws, page, quarter, purposes.potentialOutcome, person, roll.n, fate);
    return fate;
  };
}

/**
 * The market as one fact sees it.
 *
 * @throws Error from a member that was not asked for
 */
export function seenOf(watched: WatchedMarket, people: number | undefined): Seen {
  const { market, ledger } = watched;
  const asked = <T>(what: string, value: T | undefined): T => {
    if (value !== undefined) return value;
    throw new Error(`${what} was not asked for: name it under watch in needs`);
  };
  const first = market.burnIn;
  const end = market.quarters - ledger.term + 1;
  return {
    ...{ market, ledger },
    measure: (id, from = first, to = end) => {
      const found = measures.find((one) => one.id === id);
      if (found) return found.of(ledger, from, to);
      throw new Error(`there is no measure "${id}"; ${didYouMean(id, idsOf(measures))}`);
    },
    sum: (name, from = first, to = end) => {
      const column = sumNames.findIndex((one) => one === name);
      if (column < 0) throw new Error(`there is no sum "${name}"; ${didYouMean(name, sumNames)}`);
      let total = 0;
      for (let quarter = from; quarter < to; quarter++) {
        total += ledger.sums[quarter * sumNames.length + column];
      }
      return total;
    },
    get applications() {
      return asked('applications', watched.applications);
    },
    get loans() {
      return asked('loans', watched.loans);
    },
    get trials() {
      return asked('trials', watched.trials);
    },
    get people() {
      return asked('people', people === undefined ? undefined : watched.people[people]);
    },
  };
}

const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
