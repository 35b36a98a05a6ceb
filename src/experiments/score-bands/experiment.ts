import { simulate } from '../../engine/running/index.ts';
import { pageSize } from '../../random/draws.ts';
import { bandOf, sesameBands } from '../../scores/index.ts';
import { proportion } from '../../measures/index.ts';
import type { Experiment, ExperimentMeasure, Finding } from '../experiment.ts';
import { loanEnds } from '../loan-ends.ts';
import { isCounted } from '../trial.ts';

const source = 'Xu, Guo & Li, Table 3 (bands)';
const along = 'lower bound of the band (points)';

const measures: readonly ExperimentMeasure[] = [
  {
    id: 'score-bands:share',
    title: 'Applicants in the band',
    unit: 'share of applications',
    range: proportion,
    better: 'neither',
    population: 'among applications',
    source,
    series: false,
    along,
  },
  {
    id: 'score-bands:default-rate',
    title: 'Default in the band',
    unit: 'share of loans',
    range: proportion,
    better: 'neither',
    population: 'among loans, over their life, of borrowers in the band',
    source,
    series: false,
    along,
  },
  ...sesameBands.map((band): ExperimentMeasure => ({
    id: defaultIn(band.id),
    title: `Default, ${band.id}`,
    unit: 'share of loans',
    range: proportion,
    better: 'lower',
    population: `among loans, over their life, of borrowers who score ${band.from} points or more, up to the next band`,
    source,
    series: false,
  })),
];

function defaultIn(band: string): string {
  return `score-bands:default-in-${band}`;
}

/** How the institution's score is spread over its bands, and how many default in each. */
export const scoreBands: Experiment = {
  id: 'score-bands',
  title: 'Who is in which band of the score, and who defaults',
  about: 'applicants and default by band of the institution’s score, where it keeps one',
  source,
  measures,
  observe(market, institution) {
    if (institution.rules.score === undefined) return [];
    const bands = sesameBands.length;
    const applicants = new Float64Array(bands);
    const loans = new Float64Array(bands);
    const defaults = new Float64Array(bands);
    // The band of who signs a loan in a quarter, until the loan has ended.
    const { term } = market.economy.loan;
    const bandOn = new Uint8Array(term * market.borrowers);
    const placeOf = (quarter: number, borrower: number) =>
      (quarter % term) * market.borrowers + borrower;
    simulate(market, institution, 'actual', {
      observer: {
        applications: ({ roll, visible, quarter }) => {
          for (let r = 0; r < roll.n; r++) {
            if (roll.slot[r] >= pageSize) continue;
            const points = 600 + Math.round(100 * visible.score[r]);
            const band = sesameBands.indexOf(bandOf(points, sesameBands));
            bandOn[placeOf(quarter, roll.first + roll.person[r])] = band;
            if (isCounted(market, quarter)) applicants[band] += 1;
          }
        },
        quarterEnd: (seen) =>
          loanEnds(seen, (slot, signed, defaulted) => {
            if (slot >= pageSize || !isCounted(market, signed)) return;
            const band = bandOn[placeOf(signed, seen.roll.first + slot)];
            loans[band] += 1;
            defaults[band] += Number(defaulted);
          }),
      },
    });
    const all = applicants.reduce((sum, count) => sum + count, 0);
    return sesameBands.flatMap(({ id, from: at }, band): Finding[] => {
      const world = 'actual';
      const rate = loans[band] > 0 ? defaults[band] / loans[band] : NaN;
      return [
        { world, measure: 'score-bands:share', at, value: applicants[band] / all },
        { world, measure: 'score-bands:default-rate', at, value: rate },
        { world, measure: defaultIn(id), at: null, value: rate },
      ];
    });
  },
};
