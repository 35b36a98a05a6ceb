import { type Ledger, logitBins } from '../../engine/index.ts';
import { simulate } from '../../engine/running/index.ts';
import { separation, proportion } from '../../measures/index.ts';
import { logistic } from '../../math/logistic.ts';
import type { Experiment, ExperimentMeasure, Finding } from '../experiment.ts';

const population = 'among applications; outcome expected from the true life PD';
const source = 'Fawcett 2006, Pattern Recognition Letters 27, 861–874';

const measures: readonly ExperimentMeasure[] = [
  {
    id: 'roc:auc',
    title: 'AUC of the price-setting estimate',
    unit: 'probability',
    range: proportion,
    better: 'higher',
    population,
    source: 'Hanley & McNeil 1982, Radiology 143, 29–36',
    series: false,
  },
  {
    id: 'roc:true-positive',
    title: 'Bad borrowers that rank among the riskiest',
    unit: 'share of bad borrowers',
    range: proportion,
    better: 'higher',
    population,
    source,
    series: false,
    along: 'share of good borrowers that rank among them too',
  },
  {
    id: 'roc:observed',
    title: 'Default that follows an estimate',
    unit: 'probability',
    range: proportion,
    better: 'neither',
    population: `${population}, by estimates within ± 2.5 percentage points`,
    source: 'Murphy & Winkler 1977, Applied Statistics 26, 41–47 (reliability)',
    series: false,
    along: 'estimated probability of default',
  },
];

/** Points of a ROC curve, and cells of a calibration curve. */
const steps = 20;
/** A cell with fewer applications than this is too thin for a rate. */
const fewest = 50;
/** The histograms' unit of expected counts. */
const weightUnit = 1048576;

/** ROC and calibration curves of the default probability, over a loan's life, that lenders price with. */
export const roc: Experiment = {
  id: 'roc',
  title: 'How well lenders tell borrowers apart, and whether their odds are right',
  about: 'ROC and calibration curves of the estimate that sets the price',
  source,
  measures,
  observe(market, institution) {
    const ledger = simulate(market, institution);
    const good = ledger.histograms.subarray(0, logitBins);
    const bad = ledger.histograms.subarray(logitBins, 2 * logitBins);
    const say = (measure: string, at: number | null, value: number): Finding => ({
      ...{ world: 'actual', measure, at, value },
    });
    return [
      say('roc:auc', null, separation(good, bad).auc),
      ...rocCurve(good, bad).map(([at, value]) => say('roc:true-positive', at, value)),
      ...calibrationCurve(good, bad).map(([at, value]) => say('roc:observed', at, value)),
    ];
  },
};

type Histogram = Ledger['histograms'];

/**
 * Share of bads refused when the riskiest are refused until a given share of goods is, by straight lines between bins.
 *
 * @param good expected good outcomes by bin of the estimate, safest first
 * @returns [share of goods, share of bads]; empty if there are no goods or no bads
 */
export function rocCurve(good: Histogram, bad: Histogram): [number, number][] {
  const goods = good.reduce((sum, x) => sum + x, 0);
  const bads = bad.reduce((sum, x) => sum + x, 0);
  if (goods === 0 || bads === 0) return [];
  const curve: [number, number][] = [[0, 0]];
  let g = 0;
  let b = 0;
  for (let bin = good.length - 1; bin >= 0; bin--) {
    const before = g;
    g += good[bin] / goods;
    for (let k = curve.length; k <= steps && g >= k / steps - 1e-12; k++) {
      const part = g > before ? (k / steps - before) / (g - before) : 1;
      curve.push([k / steps, b + (part * bad[bin]) / bads]);
    }
    b += bad[bin] / bads;
  }
  return curve;
}

/**
 * Default rate that follows an estimate, in cells of five percentage points. A cell's rate is moved by the distance of its
 * mean estimate from its middle, so that a curve on the diagonal is a calibrated one.
 *
 * @returns [middle of the cell, rate]; cells with too few applications are left out
 */
export function calibrationCurve(good: Histogram, bad: Histogram): [number, number][] {
  const estimates = new Float64Array(steps);
  const defaults = new Float64Array(steps);
  const all = new Float64Array(steps);
  for (let bin = 0; bin < good.length; bin++) {
    const estimate = logistic(((bin + 0.5) * 16) / logitBins - 8);
    const cell = Math.min(steps - 1, Math.floor(estimate * steps));
    const weight = good[bin] + bad[bin];
    estimates[cell] += weight * estimate;
    defaults[cell] += bad[bin];
    all[cell] += weight;
  }
  return [...all].flatMap((weight, cell): [number, number][] => {
    if (weight < fewest * weightUnit) return [];
    const middle = (cell + 0.5) / steps;
    return [[middle, middle + (defaults[cell] - estimates[cell]) / weight]];
  });
}
