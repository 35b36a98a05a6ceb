import { needNow, sizeWished, type Today } from './borrowers.ts';
import { owedIn, type Book } from './book.ts';
import { breakEvenPrice, estimateAt, featuresOf, type Signals, type View } from './lender.ts';
import { purposes } from './luck.ts';
import { dot, total } from './mathematics.ts';
import { actionIsContracted, typesAreVisible, type World } from './parameters.ts';
import { scoredRecords, viewOf } from './records.ts';
import { scoreOf, type Points, type Scale } from './score.ts';
import { gumbel, lendersAsked, postedPrices, takenLender } from './search.ts';
import { stakeOf, type Applicant, type Beliefs, type Setting, type Stake } from './stake.ts';
import { exactPrice, valueContract, type Valued } from './worlds.ts';

/** What an application led to (steps 3–7). */
export interface Application {
  readonly asked: readonly number[];
  /** For each lender asked, whether it would lend. */
  readonly willing: readonly boolean[];
  readonly size: number;
  /** Views of the lenders asked. */
  readonly views: readonly View[];
  readonly approved: boolean;
  readonly exploratory: boolean;
  readonly inflated: boolean;
  /** The contract offered; for the refused, what section 5 says is reported of them. */
  readonly contract: Contract;
}

interface Contract {
  readonly lender: number;
  readonly price: number;
  readonly estimate: number;
  readonly stake: Stake;
  readonly valued: Valued;
  readonly features: readonly number[];
  /** φ and V̂ of section 7.2: this loan's share of what would be owed, and the largest V_s. */
  readonly share: number;
  readonly largestStake: number;
}

/** What the quarter holds for all borrowers of a market. */
export interface Round {
  readonly t: number;
  readonly world: World;
  readonly scale: Scale;
  /** Cards and timing that lenders price with. */
  readonly pricing: Beliefs;
  /** What the aware and the unaware reckon their stakes with. */
  readonly believed: Beliefs;
  readonly withoutSharing: Beliefs | undefined;
}

/** Undefined for who needs no loan or owes every lender. */
export function apply(
  book: Book,
  today: Today,
  round: Round,
  setting: Setting,
): Application | undefined {
  const { economy, lenders, institution, luck, priceCap } = setting;
  const { person } = book;
  const { t, world } = round;
  const uniform = (purpose: number) => luck.uniform(person.number, t, purpose);
  const normal = (purpose: number) => luck.normal(person.number, t, purpose);

  // Step 3: need, size, signals, search.
  if (!(uniform(purposes.needNow) < needNow(person, economy))) return undefined;
  const owing = book.loans.map((loan) => loan.lender);
  const asked = lendersAsked(person.home, owing, lenders, economy, (place) =>
    uniform(purposes.asked + place),
  );
  if (asked.length === 0) return undefined;
  const size = sizeWished(today.meanLoan, normal(purposes.size), economy);
  const signals: Signals = {
    income: today.capacity + economy.incomeNoise * normal(purposes.incomeSignal),
    capital: person.capitalSignal,
    collateral: person.collateral,
    size,
  };

  // Step 4: reports, footprints, gaming.
  const bare = lenders.map((_, j) =>
    viewOf(j, book.files, book.loans, t, economy.term, institution, lenders),
  );
  const scored = institution.readsScore.some(Boolean);
  const record = scoredRecords(book.files, t, institution);
  const pointsWith = (inflation: number) =>
    scored ? scoreOf(person, today, record, inflation, round.scale, economy) : undefined;
  const viewsWith = (points: Points | undefined) =>
    bare.map((view, j) => ({
      ...view,
      score: institution.readsScore[j] ? points?.now : undefined,
    }));
  const etaOf = (j: number, views: readonly View[]) =>
    dot(round.pricing.cards[j], featuresOf(signals, views[j], economy));
  const cardPrice = (j: number, views: readonly View[]) =>
    breakEvenPrice(
      etaOf(j, views),
      lenders[j],
      institution.fee[j],
      size,
      person.collateral,
      round.pricing.timing,
      priceCap,
      economy,
    );
  let points = pointsWith(0);
  let views = viewsWith(points);
  let inflated = false;
  if (scored && person.ableToInflate && !typesAreVisible(world)) {
    const better = pointsWith(economy.misreportingInflation);
    const betterViews = viewsWith(better);
    const falls = asked.map((j) =>
      institution.readsScore[j]
        ? (cardPrice(j, views) ?? priceCap) - (cardPrice(j, betterViews) ?? priceCap)
        : 0,
    );
    const gain = (size * total(falls)) / asked.length;
    if (gain > economy.misreportingCost) {
      points = better;
      views = betterViews;
      inflated = true;
    }
  }

  // Steps 5 and 6: prices and stakes; where types are visible, stakes come first.
  const owed = book.loans.map((loan) => owedIn(loan, t, economy.term, lenders));
  const { aware } = person;
  const applicant: Applicant = { person, today, t, views, points, aware };
  const beliefs = aware ? round.believed : round.withoutSharing;
  if (!beliefs) throw new Error('the unaware need a run of the market without sharing');
  const stakeWith = (j: number) => stakeOf(applicant, j, size, beliefs, setting);
  const valueAt = (j: number, price: number, stake: Stake) =>
    valueContract(lenders[j], price, size, stake, owed, today, actionIsContracted(world), setting);
  const visible = typesAreVisible(world);
  const stakes = new Map(visible ? asked.map((j) => [j, stakeWith(j)]) : []);
  const stakeAt = (j: number) => stakes.get(j) ?? stakeWith(j);
  const breakEven = asked.map((j) => {
    if (!visible) return cardPrice(j, views);
    const stake = stakeAt(j);
    return exactPrice(
      lenders[j],
      institution.fee[j],
      size,
      (price) => valueAt(j, price, stake),
      setting,
    );
  });

  // Step 7: the lender.
  const contractWith = (j: number, price: number): Contract => {
    const stake = stakeAt(j);
    const valued = valueAt(j, price, stake);
    const everything = [...owed, valued.offer];
    return {
      lender: j,
      price,
      stake,
      valued,
      estimate: visible ? valued.lifePd : estimateAt(etaOf(j, views), price, economy),
      features: featuresOf(signals, views[j], economy),
      share: size / total(everything.map((one) => one.size)),
      largestStake: Math.max(...everything.map((one) => one.stakeShared)),
    };
  };
  const willing = breakEven.map((price) => price !== undefined);
  const common = { asked, willing, size, inflated, views: asked.map((j) => views[j]) };
  const lending = asked.filter((_, at) => willing[at]);
  if (lending.length > 0) {
    const prices = postedPrices(
      breakEven.filter((price) => price !== undefined),
      priceCap,
      economy,
    );
    const best = takenLender(lending, prices, economy, (j) => gumbel(uniform(purposes.gumbel + j)));
    const contract = contractWith(lending[best], prices[best]);
    return { ...common, approved: true, exploratory: false, contract };
  }
  if (!visible && uniform(purposes.explore) < economy.exploration) {
    const which = asked[Math.floor(uniform(purposes.which) * asked.length)];
    const contract = contractWith(which, priceCap);
    return { ...common, approved: false, exploratory: true, contract };
  }
  const refusals = [...asked].sort((a, b) => a - b).map((j) => contractWith(j, priceCap));
  const contract = refusals.reduce((least, one) => (one.estimate < least.estimate ? one : least));
  return { ...common, approved: false, exploratory: false, contract };
}
