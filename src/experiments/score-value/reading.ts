import { estimate, type Estimate } from '../../math/interval.ts';
import { fixed } from '../../measures/index.ts';
import type { ExperimentReading } from '../reading.ts';
import { apartFromZero, institutionName } from '../../findings/index.ts';

const auc = (what: string, group: string, head: readonly string[]) => ({
  ...{ head, world: 'actual', unit: '' },
  measure: `score-value:auc-${what}:${group}`,
});

const text = (gain: Estimate) => {
  const decimals = apartFromZero(gain, 1, 3);
  const [mean, low, high] = [gain.mean, gain.low, gain.high].map((x) => fixed(x, decimals));
  return Number.isNaN(gain.low) ? mean : `${mean} (${low} to ${high})`;
};

/** AUCs of score, file and both, and what the score adds to the file. */
export const scoreValueReading: ExperimentReading = {
  table: [
    auc('footprint', 'all', ['score', 'alone']),
    auc('file', 'all', ['file', 'alone']),
    auc('both', 'all', ['file and', 'score']),
    auc('fico', 'all', ['FICO-', 'like']),
    auc('file', 'thin', ['file,', 'thin files']),
    auc('both', 'thin', ['both,', 'thin files']),
    auc('file', 'thick', ['file,', 'thick files']),
    auc('both', 'thick', ['both,', 'thick files']),
  ],
  laws: [],
  truths: [],
  legend: [
    'AUC among applicants, 0.5 = chance, outcomes as expected from the true life PD. File: all lenders’ records and open loans, whoever may read them.',
    'Thin file: fewer than three loans ended on it. Scorecards are fitted on half of the borrowers and rank the other half.',
  ],
  answers: (samples, cast) => {
    const of = (institution: string, what: string, group: string) =>
      samples.values(institution, 'actual', `score-value:auc-${what}:${group}`);
    const sentences = [...cast.labels.keys()].flatMap((institution) => {
      const gains = (['all', 'thin', 'thick'] as const).map((group) => {
        const file = of(institution, 'file', group);
        return estimate(of(institution, 'both', group).map((both, k) => both - file[k]));
      });
      if (gains[0].n === 0) return [];
      const [all, thin, thick] = gains.map(text);
      return `Under ${institutionName(institution, cast)} the score adds ${all} to the file’s AUC; ${thin} where files are thin, ${thick} where they are thick.`;
    });
    return sentences.length === 0
      ? []
      : [{ question: 'What is the score worth beside the file?', sentences }];
  },
};
