import { explainFico, standings, ficoParameters } from '../../scores/index.ts';
import { log } from '../../math/exp.ts';
import { auc } from '../../math/auc.ts';
import { logisticRegression } from '../../math/logistic-regression.ts';
import { defaultsOf } from '../../parameters.ts';
import { fileOf, observeApplicants, type Applicants } from '../applicants.ts';
import { proportion } from '../../measures/index.ts';
import type { Experiment, ExperimentMeasure, Finding } from '../experiment.ts';

/** Files with fewer loans than this are thin. */
const thickFrom = 3;

/** What a lender could rank applicants by. */
const information = {
  footprint: 'the institution’s score alone',
  file: 'the complete credit file alone',
  both: 'score and file together',
  fico: 'a FICO-like score of the file',
} as const;
type Information = keyof typeof information;

/** Whom it is ranked among. */
const groups = {
  all: 'among applications',
  thin: `among applications with a thin file (fewer than ${thickFrom} loans on it)`,
  thick: `among applications with a thick file (${thickFrom} loans or more)`,
} as const;
type Group = keyof typeof groups;

const informations: readonly Information[] = ['footprint', 'file', 'both', 'fico'];
const groupNames: readonly Group[] = ['all', 'thin', 'thick'];

const measures: readonly ExperimentMeasure[] = [
  ...groupNames.flatMap((group) =>
    informations.map((what): ExperimentMeasure => ({
      id: idOf(what, group),
      title: `AUC by ${information[what]}`,
      unit: 'probability',
      range: proportion,
      better: 'higher',
      population: `${groups[group]}; outcome expected from the true life PD`,
      source: 'Hanley & McNeil 1982; scorecards fitted on other borrowers than they rank',
      series: false,
    })),
  ),
  {
    id: 'score-value:thin-share',
    title: 'Thin files',
    unit: 'share',
    range: proportion,
    better: 'lower',
    population: groups.all,
    source: `definition: fewer than ${thickFrom} loans on file`,
    series: false,
  },
];

/**
 * What a score is worth to a lender beside the credit file, and by itself.
 *
 * The market runs as it is. Of every application of the quarters counted, granted or not, we keep the score and the complete
 * file: all lenders' records and open loans, whoever may read them, as far back as the institution's retention. So the
 * file is the best there could be, and the same question is asked of every institution; what lenders in fact tell
 * apart is another measure (`auc-applicants`). File, and file with score, are ranked by a logistic scorecard of
 * default fitted on half of the borrowers and applied to the other half, and the other way round. The FICO-like
 * score and the institution's own need no fit.
 */
export const scoreValue: Experiment = {
  id: 'score-value',
  title: 'What a score is worth beside the file',
  about: 'AUC of score alone, file alone, both, and a FICO-like score, by thin and thick files',
  source:
    'Berg, Burg, Gombović & Puri 2020, Review of Financial Studies 33, 2845–2897 (the comparison)',
  measures,
  observe(market, institution) {
    const scored = institution.rules.score !== undefined;
    const applicants = observeApplicants(market, institution, 'complete');
    const value = (measure: string, of: number): Finding => ({
      ...{ world: 'actual', measure, at: null, value: of },
    });
    const rows = rowsBy(applicants);
    const rankings = rankingsOf(applicants, scored);
    return [
      ...groupNames.flatMap((group) =>
        informations.map((what) => {
          const ranking = rankings[what];
          return value(idOf(what, group), ranking ? auc(ranking, applicants.pd, rows[group]) : NaN);
        }),
      ),
      value('score-value:thin-share', rows.thin.length / rows.all.length),
    ];
  },
};

function idOf(what: Information, group: Group): string {
  return `score-value:auc-${what}:${group}`;
}

/** Rows of each group. */
function rowsBy({ n, repaid, defaults }: Applicants): Record<Group, Int32Array> {
  const all = Int32Array.from({ length: n }, (_, i) => i);
  const loans = (i: number) => repaid[i] + defaults[i]; // those that have ended: what is open shows nothing yet
  return {
    all,
    thin: all.filter((i) => loans(i) < thickFrom),
    thick: all.filter((i) => loans(i) >= thickFrom),
  };
}

/** One column for each kind of information: higher = safer. */
function rankingsOf(
  applicants: Applicants,
  scored: boolean,
): Partial<Record<Information, Float64Array>> {
  const { repaid, defaults, openLoans, balances, length, footprint } = applicants;
  const file = [
    repaid.map((k) => log(1 + k)),
    defaults.map((k) => Number(k > 0)),
    defaults.map((k) => Math.min(k, 4) / 2),
    length.map((quarters) => Number(quarters > 0)),
    balances.map((owed) => Math.min(owed, 4)),
    openLoans,
  ];
  const rankings = { file: outOfSample(file, applicants), fico: ficoPoints(applicants) };
  return scored
    ? { ...rankings, footprint, both: outOfSample([...file, footprint], applicants) }
    : rankings;
}

/** Log-odds of repaying from a scorecard fitted on the borrowers of the other half. */
function outOfSample(columns: readonly Float64Array[], { n, borrower, bad }: Applicants) {
  const out = new Float64Array(n);
  const all = Int32Array.from({ length: n }, (_, i) => i);
  for (const half of [0, 1]) {
    const learnt = all.filter((i) => borrower[i] % 2 !== half);
    const beta = logisticRegression(columns, bad, learnt);
    for (const i of all) {
      if (borrower[i] % 2 !== half) continue;
      out[i] = -beta[0];
      columns.forEach((column, c) => {
        out[i] -= beta[c + 1] * column[i];
      });
    }
  }
  return out;
}

/** FICO-like points of every file; no file ranks as an average one. */
function ficoPoints(applicants: Applicants): Float64Array {
  const { n, length } = applicants;
  const values = defaultsOf(ficoParameters);
  const at = new Float64Array(5);
  return Float64Array.from({ length: n }, (_, i) => {
    standings(fileOf(applicants, i), values, at);
    const { score, base } = explainFico(at, values);
    return length[i] === 0 ? base : score;
  });
}
