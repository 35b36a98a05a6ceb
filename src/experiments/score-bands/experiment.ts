import { pointsOf } from '../../engine/files/score.ts';
import { Outcome } from '../../engine/outcome.ts';
import { simulate } from '../../engine/simulate.ts';
import { bandOf, sesameBands } from '../../scores/index.ts';
import { proportion } from '../../measures/index.ts';
import type { Experiment, ExperimentMeasure, Finding } from '../experiment.ts';

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
    population: 'among loans taken by borrowers in the band',
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
    population: `among loans taken by borrowers who score ${band.from} points or more, up to the next band`,
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
  observe(market, regime) {
    if (regime.rules.score === undefined) return [];
    const bands = sesameBands.length;
    const applicants = new Float64Array(bands);
    const loans = new Float64Array(bands);
    const defaults = new Float64Array(bands);
    simulate(market, regime, 'actual', {
      observe(page, quarter) {
        if (quarter < market.burnIn) return;
        for (let r = 0; r < page.n; r++) {
          const band = sesameBands.indexOf(bandOf(pointsOf(page.footprint[r]), sesameBands));
          applicants[band] += 1;
          loans[band] += page.taken[r];
          defaults[band] += page.taken[r] & Number(page.potential[r] !== Outcome.repaid);
        }
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
