import { apply, type Application, type Round } from './application.ts';
import { createBook, owedIn, type Book } from './book.ts';
import {
  createPerson,
  macroPath,
  movePerson,
  quintilesOf,
  standingToday,
  type Person,
  type Today,
} from './borrowers.ts';
import { chooseToday } from './choice.ts';
import { anythingOpen, type Institution } from './institution.ts';
import { firstKnowledge, learnFrom, timingOf } from './learning.ts';
import { Ledger } from './ledger.ts';
import { capPrice, type Loan } from './loan.ts';
import { Luck, purposes } from './luck.ts';
import { logistic, softplus, wholePower } from './mathematics.ts';
import { addToMeans, moveMeans, type Means } from './means.ts';
import {
  actionIsContracted,
  type Economy,
  type Lender,
  type Sanctions,
  type World,
} from './parameters.ts';
import { viewOf, writeRecord } from './records.ts';
import { scaleOf } from './score.ts';
import type { Beliefs, Setting } from './stake.ts';
import { Twins } from './twins.ts';

export interface MarketInput {
  readonly borrowers: number;
  readonly quarters: number;
  readonly burnIn: number;
  readonly seed: readonly [number, number];
  readonly economy: Economy;
  readonly lenders: readonly Lender[];
  readonly institution: Institution;
  readonly world: World;
  readonly sanctions: Sanctions;
  /** Beliefs of the actual world by quarter, for sanctions held in another world. */
  readonly held?: readonly Beliefs[];
  /** Beliefs of the market without sharing by quarter, for the unaware. */
  readonly withoutSharing?: readonly Beliefs[];
}

/** What one market leaves: its ledger, and its beliefs as in use in each quarter. */
export interface MarketResult {
  readonly ledger: Ledger;
  /** Cards, d_x, D_res, t̄ and θ in use; X and Y after step 11. */
  readonly history: readonly Beliefs[];
  readonly surplus: readonly { readonly x: number; readonly y: number }[];
}

export function simulateMarket(input: MarketInput): MarketResult {
  const { borrowers, quarters, burnIn, economy, lenders, institution, world } = input;
  if (quarters < burnIn + economy.term) throw new Error('quarters below burnIn + term');
  if (economy.quotes > lenders.length) throw new Error('more quotes than lenders');
  const luck = new Luck(input.seed);
  const priceCap = capPrice(economy.cap, economy.term);
  const setting: Setting = { economy, lenders, institution, luck, priceCap };
  const ledger = new Ledger(quarters, burnIn, priceCap, economy, lenders, institution);
  const held = world !== 'actual' && input.sanctions === 'held';
  const learns = !held || world === 'action-contractible';
  const books = Array.from({ length: borrowers }, (_, number) => {
    const person = createPerson(number, economy, lenders, luck);
    const aware = person.aware || !anythingOpen(institution);
    return createBook({ ...person, aware }, lenders, institution);
  });
  const macro = macroPath(quarters, economy, luck);
  const scale = scaleOf(economy);
  const knowledge = firstKnowledge(lenders.length, borrowers, economy);
  const twins = new Twins(setting, borrowers);
  let dRes = 1.35;
  let tBar = 0.8;
  const vintages: Loan[][] = [];
  const history: Beliefs[] = [];
  const surplus: { x: number; y: number }[] = [];

  for (let t = 0; t < quarters; t++) {
    const own: Beliefs = {
      cards: knowledge.cards,
      market: knowledge.market,
      timing: timingOf(knowledge),
      dRes,
      tBar,
      theta: twins.theta,
    };
    const believed = held ? input.held?.[t] : own;
    if (!believed) throw new Error('held sanctions need the beliefs of the actual world');
    history.push(
      held && learns
        ? { ...believed, cards: own.cards, market: own.market, timing: own.timing }
        : believed,
    );
    const withoutSharing = input.withoutSharing?.[t];
    const round: Round = { t, world, scale, pricing: own, believed, withoutSharing };
    const means: Means = { offers: 0, taken: 0, top: 0, bottom: 0 };
    const vintage: Loan[] = [];
    vintages.push(vintage);

    for (const book of books) {
      const { person } = book;
      if (t > 0) movePerson(person, t, economy, lenders, luck);
      const today = standingToday(person, macro[t], economy);
      const application = live(book, today, round, setting, ledger, vintage);
      if (application?.approved) addToMeans(means, application, book.takenNow, economy);
      const twin = twins.living.get(person.number);
      if (twin) live(twin.book, today, round, setting, undefined, []);
    }

    if (!held) twins.learn(t, books);
    surplus.push({ x: twins.x, y: twins.y });
    if (learns && t >= economy.term - 1) {
      learnFrom(vintages[t - economy.term + 1], knowledge, borrowers, economy);
    }
    ({ dRes, tBar } = moveMeans({ dRes, tBar }, means));
  }
  ledger.covered = books.filter((book) => isCovered(book, quarters, setting)).length;
  ledger.close();
  return { ledger, history, surplus };
}

/** Steps 3–10 of one borrower, or of its twin (which has no ledger). */
function live(
  book: Book,
  today: Today,
  round: Round,
  setting: Setting,
  ledger: Ledger | undefined,
  vintage: Loan[],
): Application | undefined {
  const { economy, luck } = setting;
  const { person } = book;
  const { t } = round;
  const application = apply(book, today, round, setting);
  book.surplus = 0;
  book.takenNow = false;
  book.repaidNow = [];
  if (application) {
    const { contract, size, approved, exploratory } = application;
    const { x, lifePd } = contract.valued;
    if (approved || exploratory) {
      const stake = contract.stake.own + contract.share * contract.largestStake;
      book.surplus = size * economy.taste * softplus(x) + logistic(x) * stake * lifePd;
      book.takenNow = luck.uniform(person.number, t, purposes.take) < logistic(x);
    }
    ledger?.application(t, application, book.takenNow, person, today);
    if (book.takenNow) {
      const loan = sign(application, person, today, t);
      book.loans = [...book.loans, loan].sort((a, b) => a.lender - b.lender);
      vintage.push(loan);
    }
  }
  liveThrough(book, today, round, setting, ledger);
  return application;
}

/** Step 8. */
export function sign(application: Application, person: Person, today: Today, t: number): Loan {
  const { contract, size, exploratory } = application;
  const { offer } = contract.valued;
  return {
    lender: contract.lender,
    signed: t,
    size,
    price: contract.price,
    instalment: offer.instalment,
    rate: offer.rate,
    useValue: offer.useValue,
    stakeOwn: contract.stake.own,
    stakeShared: contract.stake.shared,
    theta: contract.stake.theta,
    estimate: contract.estimate,
    lifePd: contract.valued.lifePd,
    features: contract.features,
    exploratory,
    quintiles: quintilesOf(person, today),
  };
}

/** Steps 9 and 10: one failure draw and one refusal draw for all loans. */
function liveThrough(
  book: Book,
  today: Today,
  round: Round,
  setting: Setting,
  ledger: Ledger | undefined,
): void {
  const { economy, lenders, institution, luck } = setting;
  const { t, world } = round;
  const { number } = book.person;
  const { loans } = book;
  const owed = loans.map((loan) => owedIn(loan, t, economy.term, lenders));
  if (loans.length === 0) {
    ledger?.stocks(t, [], [], today);
    return;
  }
  const quarter = chooseToday(owed, today, economy, actionIsContracted(world));
  ledger?.stocks(t, owed, quarter.balances, today);
  ledger?.loanQuarter(t, loans, quarter, today);
  const fails = luck.uniform(number, t, purposes.failure) < quarter.failing;
  const refuses = luck.uniform(number, t, purposes.refusal) < quarter.refusing;
  book.loans = loans.filter((loan, j) => {
    const age = t - loan.signed;
    const defaulted = fails || (refuses && quarter.set[j]);
    const v = 1 / (1 + lenders[loan.lender].funding);
    const flow = defaulted ? quarter.recoveries[j].recovered : loan.instalment;
    ledger?.realised(loan, wholePower(v, age + 1) * flow);
    const ends = defaulted || owed[j].left === 1;
    if (!ends) return true;
    const how = defaulted ? (fails ? 'cannot' : 'will-not') : undefined;
    ledger?.ending(loan, age, how, quarter.balances[j], quarter.recoveries[j].recovered);
    // A twin's loan may be its original's: only the original's end teaches.
    if (ledger) loan.end = { defaulted, age };
    if (!defaulted) book.repaidNow.push(loan);
    writeRecord(book.files[loan.lender], loan, defaulted, t, number, institution, luck);
    return false;
  });
}

/** Whether some lender's access shows a record or an open loan of another lender. */
function isCovered(book: Book, t: number, setting: Setting): boolean {
  const { lenders, economy, institution } = setting;
  return lenders.some((_, j) => {
    const view = viewOf(j, book.files, book.loans, t, economy.term, institution, lenders);
    return view.sharedRepaid + view.sharedDefaults + view.openSeen > 0;
  });
}
