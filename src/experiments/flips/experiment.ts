import { type Market, type MarketInstitution, join } from '../../engine/index.ts';
import { type Observed, slotsPerPage } from '../../engine/observe/index.ts';
import { simulate } from '../../engine/running/index.ts';
import { pageSize } from '../../random/draws.ts';
import { unawareBeliefs } from '../beliefs.ts';
import type { Experiment, ExperimentMeasure, Finding } from '../experiment.ts';
import { flowReader, repaidLoans } from './flows.ts';
import {
  addCost,
  addFlip,
  byThird,
  createFlipLedger,
  totalsOf,
  type FlipLedger,
} from './ledger.ts';

/** Share of those who could be flipped that are. */
const flippedShare = 0.2;
/** Quarters in which loans are signed that are followed to their end. */
const followedQuarters = 30;

const population =
  'among repaid loans of aware borrowers that end in the last quarter of the burn-in, a fifth of them drawn by lot';
const source =
  'docs/model.md, section 10: the same borrower with the same luck, the loan on file as repaid and as a default';
const money = 'share of a mean loan per default';

type Own = Pick<ExperimentMeasure, 'id' | 'title' | 'unit'> &
  Partial<Pick<ExperimentMeasure, 'along' | 'population' | 'better'>>;

const year = 'year after the default';
const third = 'third of flipped loans by life PD at signing, 1 = safest';

const measures: readonly ExperimentMeasure[] = (
  [
    {
      id: 'stake-over-cost',
      title: 'What borrowers think a default costs them, over what it does',
      unit: 'ratio',
    },
    { id: 'flips:stake', title: 'Stake: what borrowers think a default costs them', unit: money },
    { id: 'flips:cost', title: 'What a default does cost them', unit: money },
    { id: 'flips:count', title: 'Loans flipped', unit: 'loans' },
    { id: 'flips:cost-by-year', title: 'What a default costs', unit: money, along: year },
    { id: 'flips:stake-by-third', title: 'Stake', unit: money, along: third },
    { id: 'flips:cost-by-third', title: 'What a default costs', unit: money, along: third },
    {
      id: 'flips:stake-over-cost-by-third',
      title: 'Stake over cost',
      unit: 'ratio',
      along: third,
    },
  ] as readonly Own[]
).map((one) => ({ ...one, better: 'neither', population, source, series: false }));

/**
 * What a default costs a borrower in the thirty quarters after it, beside the stake that its borrower had in mind. In the last
 * quarter of the burn-in some loans that were repaid are turned into defaults on file: their borrowers get shadows, who
 * live on with the same luck. Prices, refusals and choices of the two part; the difference of what they get is the cost.
 */
export const flips: Experiment = {
  id: 'flips',
  title: 'Flips: what a default costs its borrower, beside what it thinks',
  about: 'repaid loans turned into defaults on file: what that costs in thirty quarters, beside V',
  source,
  measures,
  observe: (market, institution) => findingsOf(follow(market, institution)),
};

/** Runs the market as it is, to learn what is in use and who has a twin, then again with shadows. */
function follow(market: Market, institution: MarketInstitution): FlipLedger {
  const { burnIn, economy } = market;
  const longer = { ...market, quarters: burnIn + followedQuarters + economy.loan.term };
  const believed = unawareBeliefs(longer, institution);
  const unless = new Uint8Array(market.borrowers);
  const { posted } = simulate(longer, institution, 'actual', {
    ...believed,
    observer: {
      quarterEnd: ({ quarter, roll, madeTwin }) => {
        if (quarter !== burnIn || madeTwin.length === 0) return;
        const { first, size } = roll;
        for (let i = first; i < first + size; i++) unless[i] = Number(madeTwin[i] > 0);
      },
    },
  });
  const ledger = createFlipLedger();
  simulate(longer, institution, 'actual', {
    ...believed,
    replay: posted,
    shadows: { quarter: burnIn, share: flippedShare, unless },
    observer: { quarterEnd: flipWatch(longer, join(market.lenders, institution).perks, ledger) },
  });
  return ledger;
}

/** Writes down who is flipped at the end of the burn-in, and what the flip costs from then on. */
function flipWatch(
  market: Market,
  perks: Float64Array,
  ledger: FlipLedger,
): (seen: Observed) => void {
  const { borrowers, burnIn, economy } = market;
  const readFlows = flowReader(market, burnIn + followedQuarters);
  const flipOf = new Int32Array(borrowers).fill(-1);
  /** Life PD at signing of the loans that end in the last quarter of the burn-in. */
  const pd = new Float64Array(borrowers);
  const loanOf = new Int32Array(slotsPerPage);
  const isFollowed = new Uint8Array(slotsPerPage);

  const enter = (seen: Observed): void => {
    const { first, size } = seen.roll;
    repaidLoans(seen, loanOf);
    for (let i = 0; i < size; i++) {
      if (seen.madeTwin[first + i] === 0) continue;
      const loan = loanOf[i];
      const { ownStake, sharedStake } = seen.motives;
      const stake = ownStake[loan] + sharedStake[loan] - perks[seen.book.lender[loan]];
      flipOf[first + i] = addFlip(ledger, stake, pd[first + i]);
    }
  };

  const rememberRisks = ({ roll, outcome }: Observed): void => {
    for (let i = 0; i < roll.size; i++) {
      if (roll.rowOf[i] >= 0) pd[roll.first + i] = outcome.pd[roll.rowOf[i]];
    }
  };

  return (seen) => {
    const { quarter } = seen;
    if (quarter === burnIn - economy.loan.term + 1) rememberRisks(seen);
    if (quarter === burnIn) enter(seen);
    if (quarter <= burnIn) return;
    const { first, size } = seen.roll;
    isFollowed.fill(0);
    for (let i = 0; i < size; i++) {
      isFollowed[i] = isFollowed[i + pageSize] = Number(flipOf[first + i] >= 0);
    }
    const age = quarter - burnIn;
    let discount = 1;
    for (let a = 0; a < age; a++) discount *= economy.behaviour.patience;
    readFlows(seen, isFollowed, (slot, flow) => {
      const isShadow = slot >= pageSize;
      const flip = flipOf[first + (isShadow ? slot - pageSize : slot)];
      addCost(ledger, flip, age, (isShadow ? -discount : discount) * flow);
    });
  };
}

function findingsOf(ledger: FlipLedger): Finding[] {
  const say = (measure: string, value: number, at: number | null = null): Finding => ({
    ...{ world: 'actual', measure, at, value },
  });
  const all = totalsOf(ledger, [...Array(ledger.count).keys()]);
  return [
    say('stake-over-cost', all.stake / all.cost),
    say('flips:stake', all.stake / all.count),
    say('flips:cost', all.cost / all.count),
    say('flips:count', all.count),
    ...Array.from(all.byYear, (cost, k) => say('flips:cost-by-year', cost / all.count, k + 1)),
    ...byThird(ledger).flatMap((own, k) => {
      const { count, stake, cost } = totalsOf(ledger, own);
      return [
        say('flips:stake-by-third', stake / count, k + 1),
        say('flips:cost-by-third', cost / count, k + 1),
        say('flips:stake-over-cost-by-third', stake / cost, k + 1),
      ];
    }),
  ];
}
