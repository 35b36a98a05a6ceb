import { estimate } from '../../math/interval.ts';
import { fixed } from '../../measures/index.ts';
import { enumerated, institutionName, type Cast } from '../../findings/index.ts';
import type { Samples } from '../../replicates/index.ts';
import type { ExperimentSummaryRow } from '../experiment-rows.ts';
import type { ExperimentReading } from '../reading.ts';

const actual = { world: 'actual' } as const;
const money = { ...actual, unit: '% of a mean loan' } as const;

/** Between these a stake counts as what a default costs. */
const fair = [0.7, 1.4] as const;

export const flipsReading: ExperimentReading = {
  table: [
    { ...money, head: ['stake'], measure: 'flips:stake' },
    { ...money, head: ['cost of', 'a default'], measure: 'flips:cost' },
    { ...actual, unit: '', head: ['stake', 'over cost'], measure: 'stake-over-cost' },
    { ...actual, unit: '', head: ['loans', 'flipped'], measure: 'flips:count' },
  ],
  laws: [],
  truths: [],
  legend: [
    'Stake: what the borrower thought that a default on this loan would cost it in its next loans (perks left out), when it signed. Cost: what the same borrower with the same luck gets less of in the thirty quarters after the loan, on file as a default in place of repaid; in per cent of a mean loan, discounted.',
    `Stake over cost: ratio of the sums; ${fair[0]} to ${fair[1]} is fair. Of a single replicate it is noisy: a cost is the difference of two lives.`,
    'Runs go on until thirty quarters after the burn-in, whatever the scenario says.',
  ],
  answers: (samples, cast, summary) => [
    { question: 'Do borrowers know what a default costs?', sentences: fairness(samples, cast) },
    { question: 'When does it cost?', sentences: orNone(byYear(summary, cast)) },
    { question: 'Whom?', sentences: orNone(byThird(summary, cast)) },
  ],
};

/** What can be said of one institution's stakes, by 95% intervals of stake less a multiple of cost. */
type Judgement = 'fair' | 'less' | 'more' | 'cannot tell' | 'not defined';

function judge(stakes: readonly number[], costs: readonly number[]): Judgement {
  const over = (multiple: number) =>
    estimate(stakes.map((stake, k) => stake - multiple * (costs[k] ?? NaN)));
  const [low, high] = [over(fair[0]), over(fair[1])];
  if (low.n === 0) return 'not defined';
  if (low.high < 0) return 'less';
  if (high.low > 0) return 'more';
  return low.low > 0 && high.high < 0 ? 'fair' : 'cannot tell';
}

const none = 'Not defined, for want of repaid loans';
/** An answer always says something. */
const orNone = (sentences: string[]) => (sentences.length === 0 ? [`${none}.`] : sentences);

const says: Readonly<Record<Judgement, string>> = {
  fair: 'They do, by mean stake over mean cost',
  less: 'They think it costs less than it does',
  more: 'They think it costs more than it does',
  'cannot tell': 'This cannot be told from so few replicates; mean stake over mean cost is',
  'not defined': none,
};

function fairness(samples: Samples, cast: Cast): string[] {
  const all = [...cast.labels.keys()].map((institution) => {
    const of = (measure: string) => samples.values(institution, 'actual', measure);
    const [stakes, costs] = [of('flips:stake'), of('flips:cost')];
    // Of the means: single ratios have heavy tails.
    const ratio = estimate(stakes).mean / estimate(costs).mean;
    return { institution, ratio, judgement: judge(stakes, costs) };
  });
  return Object.entries(says).flatMap(([judgement, sentence]) => {
    const those = all.filter((one) => one.judgement === judgement);
    if (those.length === 0) return [];
    const names = those.map(
      ({ institution, ratio }) => `${institutionName(institution, cast)} (${fixed(ratio, 2)})`,
    );
    return [`${sentence}: ${enumerated(names)}.`];
  });
}

function curve(summary: readonly ExperimentSummaryRow[], measure: string, institution: string) {
  return summary
    .filter((row) => row.measure === measure && row.institution === institution)
    .toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));
}

function byYear(summary: readonly ExperimentSummaryRow[], cast: Cast): string[] {
  return [...cast.labels.keys()].flatMap((institution) => {
    const years = curve(summary, 'flips:cost-by-year', institution);
    const total = years.reduce((sum, { mean }) => sum + mean, 0);
    if (!(total > 0)) return [];
    const shares = years.map(({ mean }) => fixed((100 * mean) / total, 0));
    return [`${institutionName(institution, cast)}: ${shares.join(', ')}% of it, year by year.`];
  });
}

function byThird(summary: readonly ExperimentSummaryRow[], cast: Cast): string[] {
  return [...cast.labels.keys()].flatMap((institution): string[] => {
    const costs = curve(summary, 'flips:cost-by-third', institution);
    const stakes = curve(summary, 'flips:stake-by-third', institution);
    if (costs.length === 0 || costs.some(({ n }) => n === 0)) return [];
    const told = costs.map(
      ({ mean }, k) => `${fixed(100 * stakes[k].mean, 0)} against ${fixed(100 * mean, 0)}`,
    );
    return [
      `${institutionName(institution, cast)}, stake against cost in % of a mean loan: ${told.join(', ')} (safest to riskiest third).`,
    ];
  });
}
