import type { Economy } from '../../src/engine/parameters.ts';
import type { Market, Regime } from '../../src/engine/setup.ts';
import { createBorrower, search, type Borrower } from './borrowers.ts';
import { choose } from './choice.ts';
import { compete, grantToLearn } from './competition.ts';
import { institutionOf, reportOn, type Institution } from './institution.ts';
import { createLender, featuresOf, recovered, type Lender, type Lesson } from './lender.ts';
import type { Luck } from './luck.ts';
import { emptyOutcomes, type Outcomes } from './outcomes.ts';
import { stakeWith } from './stake.ts';

/**
 * The engine's economy (docs/model.md), in the actual world, written the way one writes it first: an object for every
 * borrower, lender, loan and report, closures, arrays that grow, `Math.exp`. It leaves out the footprint score,
 * thresholds, gaps in standards, what refused applicants would have done, and tables by quintile and estimate.
 *
 * @returns what happened, quarter by quarter
 */
export function simulateNaively(market: Market, regime: Regime, luck: Luck): Outcomes[] {
  const { economy } = market;
  const institution = institutionOf(market, regime);
  const lenders = market.lenders.map((terms, row) =>
    createLender(terms, row, economy, institution, market.borrowers),
  );
  const borrowers = Array.from({ length: market.borrowers }, (_, id) =>
    createBorrower(id, economy, lenders, luck),
  );
  const { persistence, deviation } = economy.macro;
  const outcomes: Outcomes[] = [];
  let macro = 0;
  for (let quarter = 0; quarter < market.quarters; quarter++) {
    const shock = deviation * luck.normal('macro', 0, quarter);
    macro = quarter === 0 ? shock : persistence * macro + Math.sqrt(1 - persistence ** 2) * shock;
    const lessons = new Map<Lender, Lesson[]>(lenders.map((lender) => [lender, []]));
    const tally = emptyOutcomes();
    const scene = { economy, institution, lenders, luck, quarter, macro, lessons, tally };
    for (const borrower of borrowers) {
      if (luck.uniform('demand', borrower.id, quarter) < economy.search.demand) {
        apply(borrower, scene);
      }
    }
    for (const [lender, learnt] of lessons) lender.learn(learnt);
    outcomes.push(tally);
  }
  return outcomes;
}

/** A quarter as a borrower finds it. */
interface Scene {
  readonly economy: Economy;
  readonly institution: Institution;
  readonly lenders: readonly Lender[];
  readonly luck: Luck;
  readonly quarter: number;
  readonly macro: number;
  readonly lessons: Map<Lender, Lesson[]>;
  readonly tally: Outcomes;
}

/** One borrower needs a loan: it asks, is quoted, decides, and repays or not. */
function apply(borrower: Borrower, scene: Scene): void {
  const { economy, institution, luck, quarter, lessons, tally } = scene;
  const { id } = borrower;
  age(borrower, scene);
  const prospect = prospectOf(borrower, scene);
  const { collateral } = prospect;
  const signals = {
    income:
      borrower.capacity + economy.signals.incomeNoise * luck.normal('incomeNoise', id, quarter),
    capital: borrower.capital + economy.signals.capitalNoise * borrower.capitalNoise,
    collateral,
  };
  const quotes = search(borrower, economy, scene.lenders, quarter, luck).map((lender) => {
    const features = featuresOf(signals, reportOn(borrower, lender, quarter, institution));
    const noise = 2 * luck.uniform('quoteNoise', id, quarter, lender.row) - 1;
    const price = lender.breakEven(features, collateral) + economy.search.quoteNoise * noise;
    return { lender, features, price };
  });
  const curiosity = (lender: Lender) => luck.uniform('exploration', id, quarter, lender.row);
  const offer = compete(economy, quotes) ?? grantToLearn(economy, quotes, collateral, curiosity);
  tally.applications++;
  if (!offer) return;
  tally.approvals++;

  const { lender, features, price } = offer;
  const stake = stakeWith(lender, borrower, signals, quarter, scene);
  const choice = choose(economy, { ...prospect, stake }, price);
  const { base, capitalSlope, tasteScale } = economy.outside;
  const taste = tasteScale * luck.logistic('taste', id, quarter);
  const outside = base + capitalSlope * Math.max(0, borrower.capital + 1) - taste;
  if (choice.loanValue <= outside) return;

  const fails = luck.uniform('failure', id, quarter) < choice.failure;
  const refuses = !fails && luck.uniform('willingness', id, quarter) >= choice.willing;
  const defaulted = fails || refuses;
  const error = luck.uniform('recordError', id, quarter);
  const reportedDefault = defaulted
    ? error >= institution.missedDefault
    : error < institution.falseDefault;
  borrower.loans.push({ lender, quarter, defaulted, reportedDefault });
  lessons.get(lender)?.push({ features, estimate: lender.estimate(features), defaulted });

  const { pd } = choice;
  tally.loans++;
  tally.cannotPay += fails ? 1 : 0;
  tally.willNotPay += refuses ? 1 : 0;
  tally.exploratoryLoans += offer.explored ? 1 : 0;
  tally.loanPd += pd;
  tally.rate += price - 1;
  tally.effort += choice.effort;
  tally.stake += stake;
  tally.borrowerSurplus += choice.loanValue + pd * stake - outside;
  tally.lenderProfit += (1 - pd) * price + pd * recovered(lender, collateral, price) - lender.cost;
  tally.institutionRevenue += institution.fee(lender);
  tally.institutionCost += institution.costPerReport(lender);
}

/** Capacity drifts over the quarters since the borrower last acted. */
function age(borrower: Borrower, { economy, luck, quarter }: Scene): void {
  const kept = economy.traits.capacityPersistence ** (quarter - borrower.lastActed);
  const drift = luck.normal('capacityDrift', borrower.id, quarter);
  borrower.capacity = kept * borrower.capacity + Math.sqrt(1 - kept ** 2) * drift;
  borrower.lastActed = quarter;
}

/** What is at stake for this borrower, its name aside (model.md §1). */
function prospectOf(borrower: Borrower, { economy, macro }: Scene) {
  const { hazard, project, sanctions } = economy;
  const calm =
    hazard.base + hazard.capacity * borrower.capacity + hazard.capital * borrower.capital;
  const inCalm = 1 / (1 + Math.exp(calm));
  const lognormal = (mean: number, spread: number, trait: number) =>
    mean * Math.exp(spread * trait - spread ** 2 / 2);
  return {
    hazardOdds: -(calm + (hazard.macro + hazard.conditions * borrower.conditions) * macro),
    value: project.meanValue * ((1 - project.referenceHazard) / (1 - inCalm)) ** project.dial,
    stigma: lognormal(sanctions.stigma, sanctions.stigmaSpread, borrower.character),
    collateral: lognormal(sanctions.collateral, sanctions.collateralSpread, borrower.collateral),
  };
}
