import { chanceOf, isSeen, keepsDefaults, longestReach } from './tiers.ts';
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

/**
 * How the loan at stake ends, and who hears of it: L⁰ and L¹ of section 7.1; else L² where the default stands with these
 * tiers (section 6.6).
 */
type Ending = 'repaid' | 'own' | readonly number[];

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
  const { patience } = economy;
  const { tiers } = institution;
  const seen = tiers.map((_, k) => k).filter((k) => isSeen(institution, k, j));
  const subsets = subsetsOf(seen);
  const values = valuesOfNextLoan(
    applicant,
    j,
    size,
    ['repaid', 'own', ...subsets],
    beliefs,
    setting,
  );
  const [repaid, ownDefault] = values;
  const scale = beliefs.theta * person.meanNeed * beliefs.tBar * today.meanLoan;
  const own = scale * discountSum(patience, 1, 31) * (repaid - ownDefault);
  let shared = 0;
  for (let n = 1; n <= longestReach; n++) {
    const keeping = seen.filter((k) => keepsDefaults(tiers[k], n));
    for (const [at, standing] of subsets.entries()) {
      if (!standing.every((k) => keeping.includes(k))) continue;
      const weight = chanceOf(tiers, keeping, standing) * discountSum(patience, n, n);
      shared += scale * weight * (ownDefault - values[2 + at]);
    }
  }
  return { own, shared: (aware ? shared : 0) + institution.perks[j], theta: beliefs.theta };
}

/** All subsets but the empty one. */
function subsetsOf(all: readonly number[]): number[][] {
  return Array.from({ length: (1 << all.length) - 1 }, (_, k) =>
    all.filter((__, at) => (((k + 1) >>> at) & 1) === 1),
  );
}

/** The value of the next loan after each ending, L⁰ first: the mean over fresh draws. */
function valuesOfNextLoan(
  applicant: Applicant,
  j: number,
  size: number,
  endings: readonly Ending[],
  beliefs: Beliefs,
  { economy, lenders, institution, luck, priceCap }: Setting,
): number[] {
  const { person, today, t, views, aware } = applicant;
  const { tasteForLender: sigma, draws } = economy;
  const markup = Math.min(economy.maxMarkup, 1.5 * sigma);
  const sums = endings.map(() => 0);
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
      endings.map((ending) =>
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
    for (const ending of endings.keys()) {
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
  return sums.map((sum) => sum / draws);
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
    if (ending === 'repaid') return { ...view, ownRepaid: view.ownRepaid + 1 };
    return { ...view, ownDefault: true, score: scoreAfter(true) };
  }
  const { tiers, scoreTier } = institution;
  const standing = ending === 'repaid' || ending === 'own' ? [] : ending;
  const reached = tiers.flatMap((tier, k) => {
    const level = tier.access[i][j];
    if (!aware || level === 'none' || size < tier.threshold) return [];
    const shows = standing.includes(k) ? tier.retentionNegative > 0 : tier.retentionPositive > 0;
    return [{ isDefault: standing.includes(k), full: level !== 'negative', shows }];
  });
  const isInFull = tiers.some(({ access }) => !['none', 'negative'].includes(access[i][j]));
  const isDefault = reached.some((one) => one.isDefault && one.shows);
  const isRepaid = reached.some((one) => !one.isDefault && one.full && one.shows);
  const seen: View = {
    ...view,
    sharedDefaults: view.sharedDefaults + Number(isDefault),
    sharedRepaid: view.sharedRepaid + Number(isRepaid && !isDefault),
    fileExists: view.fileExists || (isInFull && (isDefault || isRepaid)),
  };
  return { ...seen, score: scoreAfter(standing.includes(scoreTier)) };

  /** The score's keeper hears of every default of an ecosystem's loan, whatever its size. */
  function scoreAfter(heard: boolean) {
    const told =
      heard &&
      aware &&
      points !== undefined &&
      institution.readsScore[i] &&
      institution.feedsScore[j] &&
      (institution.tiers[institution.scoreTier]?.retentionNegative ?? 0) > 0;
    return told ? points.worse : view.score;
  }
}
