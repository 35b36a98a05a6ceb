import { simulateWorlds } from '../../engine/running/index.ts';
import {
  featureCount,
  lenderStride,
  Status,
  seenBy,
  vintageStart,
  type Observed,
} from '../../engine/observe/index.ts';
import { jobsOfReplicate } from '../../jobs/index.ts';
import { marketInstitutionOf } from '../../scenario/institutions/resolve.ts';
import type { Scenario } from '../../scenario/index.ts';
import { overhear, type Overheard, type ScoreParts } from './score-parts.ts';
import { thirdOfRisk } from './risk.ts';

/** What one lender that was asked saw of an application, and what its card made of it. */
export interface LenderSight {
  readonly lender: string;
  /** Loans on its own books, and on other lenders' as far as it may read: repaid, defaulted. */
  readonly own: readonly [number, number];
  readonly shared: readonly [number, number];
  /** Parts of the log-odds of default, by feature of the card; they add up to the belief before the price. */
  readonly parts: readonly number[];
  /** Chance of default that it believes at the price that was taken, if it is the lender taken. */
  readonly isTaken: boolean;
}

/** One application of the person. */
export interface Asking {
  readonly quarter: number;
  readonly sights: readonly LenderSight[];
  readonly offered: boolean;
  readonly taken: boolean;
  readonly apr: number;
  /** Chance of default that the lender taken believed, and that the person has. */
  readonly believed: number;
  readonly true: number;
  readonly size: number;
  /** In sizes of the loan: what it is worth beyond doing without, and how likely that makes a yes. */
  readonly worth: number;
  readonly accepts: number;
  /** What a default would cost its name, in sizes of the loan: with this lender, with all others. */
  readonly ownStake: number;
  readonly sharedStake: number;
  /** Points of the institution's score, if it keeps one, and what they are made of. */
  readonly score: (ScoreParts & { readonly points: number }) | undefined;
}

/** A loan of the person that ended. */
interface Ending {
  readonly quarter: number;
  readonly how: 'repaid' | 'cannotPay' | 'willNotPay';
}

/** A person's life in one town. */
export interface PersonStory {
  readonly person: number;
  readonly third: number;
  readonly askings: readonly Asking[];
  readonly endings: readonly Ending[];
}

/** Watches one person of the first page through a run of its town. */
export async function storyOf(
  scenario: Scenario,
  replicate: number,
  person: number,
): Promise<PersonStory> {
  const [job] = jobsOfReplicate(scenario, replicate);
  const { market, institution, worlds } = job;
  const world = worlds.at(-1) ?? 'actual';
  const load = () => Promise.reject(new Error('a page reads no modules'));
  const { marketInstitution, partsOf } = overhear(
    await marketInstitutionOf(institution, market.lenders, load),
  );
  const third = thirdOfRisk(market);
  const heard: { asking: Asking; features: readonly Float64Array[]; lenders: readonly number[] }[] =
    [];
  const endings: Ending[] = [];
  let risk = 0;
  const lenders = market.lenders.map(({ id }) => id).toSorted();
  const ledgers = simulateWorlds(market, marketInstitution, worlds, {
    observer: {
      applications: (seen) => {
        if (seen.world !== world || seen.page !== 0) return;
        risk = third(seen, person);
        const r = rowOf(seen, person);
        if (r >= 0) heard.push(hear(seen, r, lenders, partsOf));
      },
      quarterEnd: (seen) => {
        if (seen.world === world && seen.page === 0) endings.push(...endingsOf(seen, person));
      },
    },
  });
  const posted = ledgers[world]?.posted;
  const width = (lenders.length + 1) * featureCount;
  const askings = heard.map(({ asking, features, lenders: asked }) => ({
    ...asking,
    sights: asking.sights.map((sight, k) => {
      const card = asking.quarter * width + asked[k] * featureCount;
      const parts = Array.from(features[k], (x, f) => x * (posted?.cards[card + f] ?? NaN));
      return { ...sight, parts };
    }),
  }));
  return { person, third: risk, askings, endings };
}

/** A score as lenders' cards read it: these points are 0, and so many are 1 (docs/model.md, section 6.5). */
const [averagePoints, pointsPerUnit] = [600, 100];

function rowOf({ roll }: Observed, person: number): number {
  for (let r = 0; r < roll.n; r++) if (roll.slot[r] === person) return r;
  return -1;
}

function hear(seen: Observed, r: number, names: readonly string[], partsOf: Overheard['partsOf']) {
  const { roll, terms, outcome, hidden, visible, quarter, sharing } = seen;
  const asked = names.map((_, j) => j).filter((j) => ((roll.asked[r] >>> j) & 1) === 1);
  const features = asked.map((j) => {
    const out = new Float64Array(featureCount);
    seenBy(sharing, j, r, out, 0);
    return out;
  });
  const size = visible.size[r];
  const sights = asked.map((j): LenderSight => {
    const cell = j * lenderStride + r;
    return {
      lender: names[j],
      own: [visible.ownRepaid[cell], visible.ownDefaults[cell]],
      shared: [visible.sharedRepaid[cell], visible.sharedDefaults[cell]],
      parts: [],
      isTaken: terms.lender[r] === j,
    };
  });
  const parts = partsOf(r, visible.misreports[r] === 1);
  const asking: Asking = {
    ...{ quarter, sights, size },
    offered: terms.approved[r] === 1 || terms.explored[r] === 1,
    taken: outcome.taken[r] === 1,
    apr: 4 * terms.rate[r],
    believed: terms.estimate[r],
    true: outcome.pd[r],
    worth: outcome.appeal[r] * seen.market.economy.outside.taste,
    accepts: outcome.accepts[r],
    ownStake: hidden.ownStake[r] / size,
    sharedStake: hidden.sharedStake[r] / size,
    score: parts && { ...parts, points: averagePoints + pointsPerUnit * visible.score[r] },
  };
  return { asking, features, lenders: asked };
}

const hows = [undefined, 'repaid', 'cannotPay', 'willNotPay'] as const;

function endingsOf({ book, page, quarter }: Observed, person: number): Ending[] {
  const found: Ending[] = [];
  for (let age = Math.min(book.term - 1, quarter); age >= 0; age--) {
    const vintage = (quarter - age) % book.term;
    const start = vintageStart(book, page, vintage);
    const end = start + book.count[page * book.term + vintage];
    for (let k = start; k < end; k++) {
      const how = hows[book.status[k]];
      if (book.slot[k] !== person || book.status[k] === Status.open) continue;
      if (how && book.endedAt[k] === age + 1) found.push({ quarter, how });
    }
  }
  return found;
}
