import { estimate } from '../../math/interval.ts';
import { fixed } from '../../measures/index.ts';
import { list, nameOf, type Cast } from '../../findings/index.ts';
import type { Samples } from '../../replicates/index.ts';
import type { ExperimentSummaryRow } from '../experiment-rows.ts';
import type { Reading } from '../reading.ts';

const actual = { world: 'actual' } as const;
const money = { ...actual, unit: '% of a mean loan' } as const;

/** Between these a stake counts as what a default costs. */
const fair = [0.7, 1.4] as const;

export const flipsReading: Reading = {
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
    { question: 'When does it cost?', sentences: byYear(summary, cast) },
    { question: 'Whom?', sentences: byThird(summary, cast) },
  ],
};

/** By the ratio of the means over replicates: single ratios have heavy tails. */
function ratioOf(samples: Samples, institution: string): number {
  const mean = (measure: string) => estimate(samples.values(institution, 'actual', measure)).mean;
  return mean('flips:stake') / mean('flips:cost');
}

function fairness(samples: Samples, cast: Cast): string[] {
  const all = [...cast.labels.keys()].map((institution) => ({
    institution,
    ratio: ratioOf(samples, institution),
  }));
  const say = (sentence: string, fits: (ratio: number) => boolean): string[] => {
    const those = all.filter(({ ratio }) => fits(ratio));
    if (those.length === 0) return [];
    const names = those.map(
      ({ institution, ratio }) => `${nameOf(institution, cast)} (${fixed(ratio, 2)})`,
    );
    return [`${sentence}: ${list(names)}.`];
  };
  return [
    ...say('They do, by mean stake over mean cost', (x) => x >= fair[0] && x <= fair[1]),
    ...say('They think it costs less than it does', (x) => x < fair[0]),
    ...say('They think it costs more than it does', (x) => x > fair[1]),
    ...say('Not defined, for want of repaid loans', (x) => Number.isNaN(x)),
  ];
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
    return [`${nameOf(institution, cast)}: ${shares.join(', ')}% of it, year by year.`];
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
      `${nameOf(institution, cast)}, stake against cost in % of a mean loan: ${told.join(', ')} (safest to riskiest third).`,
    ];
  });
}
