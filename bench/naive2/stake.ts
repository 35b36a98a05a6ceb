import { sizeWished, type Person, type Today } from './borrowers.ts';
import type { Institution } from './institution.ts';
import { breakEvenPrice, featuresOf, type View } from './lender.ts';
import { purposes, type Luck } from './luck.ts';
import { discountSum, dot, exp, log, total } from './mathematics.ts';
import type { Economy, Lender } from './parameters.ts';
import type { Points } from './score.ts';
import { lendersAsked } from './search.ts';

/** What a borrower believes of the market: all of it as in use in the quarter (section 7). */
export interface Beliefs {
  readonly cards: readonly (readonly number[])[];
  readonly market: readonly number[];
  readonly timing: readonly number[];
  readonly dRes: number;
  readonly tBar: number;
  readonly theta: number;
}

export interface Stake {
  readonly own: number;
  readonly shared: number;
  readonly theta: number;
}

/** One market, as all verbs of an application need it. */
export interface Setting {
  readonly economy: Economy;
  readonly lenders: readonly Lender[];
  readonly institution: Institution;
  readonly luck: Luck;
  readonly priceCap: number;
}

/** One applicant in quarter t, with what each lender finds on file about it. */
export interface Applicant {
  readonly person: Person;
  readonly today: Today;
  readonly t: number;
  /** Views of all lenders, with scores where they read one. */
  readonly views: readonly View[];
  readonly points: Points | undefined;
  /** Whether it believes in the market with sharing. */
  readonly aware: boolean;
}

/** How the loan at stake ends, and who hears of it: L⁰, L¹ and L² of section 7.1. */
type Ending = 0 | 1 | 2;

/** V of one more default on a loan of this size with lender j. */
export function stakeOf(
  applicant: Applicant,
  j: number,
  size: number,
  beliefs: Beliefs,
  setting: Setting,
): Stake {
  const { economy, institution } = setting;
  const { person, today, aware } = applicant;
  const [repaid, ownDefault, sharedDefault] = valuesOfNextLoan(
    applicant,
    j,
    size,
    beliefs,
    setting,
  );
  const scale = beliefs.theta * person.meanNeed * beliefs.tBar * today.meanLoan;
  const { patience } = economy;
  const { lag, retentionNegative, missedDefault } = institution;
  const own = scale * discountSum(patience, 1, 31) * (repaid - ownDefault);
  const heard = discountSum(patience, 1 + lag, lag + retentionNegative);
  const shared = aware ? scale * (1 - missedDefault) * heard * (ownDefault - sharedDefault) : 0;
  return { own, shared: shared + institution.perks[j], theta: beliefs.theta };
}

/** L⁰, L¹, L²: the mean over fresh draws. */
function valuesOfNextLoan(
  applicant: Applicant,
  j: number,
  size: number,
  beliefs: Beliefs,
  { economy, lenders, institution, luck, priceCap }: Setting,
): [number, number, number] {
  const { person, today, t, views, aware } = applicant;
  const { tasteForLender: sigma, draws } = economy;
  const markup = Math.min(economy.maxMarkup, 1.5 * sigma);
  const sums: [number, number, number] = [0, 0, 0];
  for (let d = 0; d < draws; d++) {
    const signal =
      today.capacity +
      economy.incomeNoise * luck.normal(person.number, t, purposes.freshSignal + d);
    const freshSize = sizeWished(
      today.meanLoan,
      luck.normal(person.number, t, purposes.freshSize + d),
      economy,
    );
    const asked = lendersAsked(person.home, [], lenders, economy, (place) =>
      luck.uniform(person.number, t, purposes.freshAsked + 64 * d + place),
    );
    const signals = {
      income: signal,
      capital: person.capitalSignal,
      collateral: person.collateral,
      size: freshSize,
    };
    const etas = asked.map((i) =>
      ([0, 1, 2] as const).map((ending) =>
        dot(
          beliefs.cards[i],
          featuresOf(
            signals,
            viewAfter(ending, i, j, size, { ...views[i], balances: 0 }, applicant, institution),
            economy,
          ),
        ),
      ),
    );
    for (const ending of [0, 1, 2] as const) {
      const prices = asked.flatMap((i, at) => {
        const eta = Math.max(etas[at][ending], etas[at][0]);
        const fee = aware ? institution.fee[i] : 0;
        const price = breakEvenPrice(
          eta,
          lenders[i],
          fee,
          freshSize,
          person.collateral,
          beliefs.timing,
          priceCap,
          economy,
        );
        return price === undefined ? [] : [Math.min(priceCap, price + markup)];
      });
      prices.push(beliefs.dRes);
      const lowest = Math.min(...prices);
      const sum = total(prices.map((price) => exp(-(price - lowest) / sigma)));
      sums[ending] += sigma * log(sum) - lowest;
    }
  }
  return [sums[0] / draws, sums[1] / draws, sums[2] / draws];
}

/** What lender i would find after this ending of a loan with lender j. */
function viewAfter(
  ending: Ending,
  i: number,
  j: number,
  size: number,
  view: View,
  { aware, points }: Applicant,
  institution: Institution,
): View {
  if (i === j) {
    if (ending === 0) return { ...view, ownRepaid: view.ownRepaid + 1 };
    return { ...view, ownDefault: true, score: scoreAfter(true, i, j, view) };
  }
  const level = institution.access[i][j];
  const reported = aware && level !== 'none' && size >= institution.threshold;
  const full = level !== 'negative';
  let after = view;
  if (reported && ending === 2 && institution.retentionNegative > 0) {
    after = { ...after, sharedDefaults: view.sharedDefaults + 1 };
    if (full) after = { ...after, fileExists: true };
  } else if (reported && full && institution.retentionPositive > 0) {
    after = { ...after, sharedRepaid: view.sharedRepaid + 1, fileExists: true };
  }
  return { ...after, score: scoreAfter(ending === 2, i, j, view) };

  /** The score's keeper hears of every default of an ecosystem's loan, whatever its size. */
  function scoreAfter(heard: boolean, reader: number, contributor: number, now: View) {
    const told =
      heard &&
      aware &&
      points !== undefined &&
      institution.readsScore[reader] &&
      institution.feedsScore[contributor] &&
      institution.retentionNegative > 0;
    return told ? points.worse : now.score;
  }
}
