import { sumNames, type Ledger, type Market, type MarketInstitution } from '../../engine/index.ts';
import { simulate } from '../../engine/running/index.ts';
import { unawareBeliefs } from '../beliefs.ts';
import type { Experiment, Finding } from '../experiment.ts';
import { timelinePrinted } from './words.ts';

const quartersOfYear = 4;

const common = {
  better: 'neither',
  series: false,
  along: 'year, from the first counted one',
} as const;

/**
 * What grows as an institution does: year by year, relative to the first counted year, so that nothing hangs on how many
 * people a market has (scenarios/china-timeline.yaml).
 */
export const timeline: Experiment = {
  id: 'timeline',
  title: timelinePrinted.en.title,
  about:
    'people with a record and inquiries, relative to the first counted year, as an institution changes',
  source: 'Xu, Guo & Li, Figures 1 and 4',
  measures: [
    {
      id: 'timeline:with-record',
      title: 'People with a record, relative to the first year',
      unit: 'ratio',
      population:
        'among all borrowers, at the end of the year: another lender sees a record or an open loan of them',
      source: 'Xu, Guo & Li, Figure 1: 380 million in 2015, 450 million in 2018',
      ...common,
    },
    {
      id: 'timeline:inquiries',
      title: 'Inquiries of the year, relative to the first',
      unit: 'ratio',
      population: 'among lenders asked to whom a report or a score is open',
      source: 'Xu, Guo & Li, Figure 4: 631 million in 2015, 3,161 million in 2020',
      ...common,
    },
  ],
  observe(market: Market, institution: MarketInstitution): Finding[] {
    const beliefs = unawareBeliefs(market, institution);
    const { burnIn, quarters } = market;
    const years = Math.floor((quarters - burnIn) / quartersOfYear);
    const whole = simulate(market, institution, 'actual', beliefs);
    /** At the end of a year the market is what it is whatever comes later, so it is run to there. */
    const coveredAfter = (year: number) => {
      const until = burnIn + quartersOfYear * year;
      return until === quarters
        ? whole.covered
        : simulate({ ...market, quarters: until }, institution, 'actual', beliefs).covered;
    };
    const first = { covered: coveredAfter(1), inquiries: inquiriesIn(whole, burnIn) };
    const all = Array.from({ length: years }, (_, k) => k + 1);
    return all.flatMap((year): Finding[] => [
      {
        ...{ world: 'actual', measure: 'timeline:with-record', at: year },
        value: (year === 1 ? first.covered : coveredAfter(year)) / first.covered,
      },
      {
        ...{ world: 'actual', measure: 'timeline:inquiries', at: year },
        value: inquiriesIn(whole, burnIn + quartersOfYear * (year - 1)) / first.inquiries,
      },
    ]);
  },
};

/** Inquiries of a year that begins in this quarter. */
function inquiriesIn({ sums }: Ledger, from: number): number {
  const place = sumNames.indexOf('inquiries');
  let all = 0;
  for (let quarter = from; quarter < from + quartersOfYear; quarter++) {
    all += sums[quarter * sumNames.length + place];
  }
  return all;
}
