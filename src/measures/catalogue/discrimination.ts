import { type HistogramName, histogramNames, type Ledger, logitBins } from '../../engine/index.ts';
import { proportion, type Measure } from '../measure.ts';
import { separation, type Separation } from '../separation.ts';

/**
 * How well lenders tell borrowers apart. A rank statistic is meaningless without its population: what
 * selection has used up among funded loans is still there among applicants.
 */
export const discrimination: readonly Measure[] = [
  ...family(
    'applicants',
    'among applications; outcome expected from the true default probability',
    'applicantGood',
    'applicantBad',
  ),
  ...family('funded', 'among loans taken, realised', 'fundedGood', 'fundedBad'),
  ...family(
    'funded-expected',
    'among loans taken; outcome expected from the true default probability',
    'fundedExpectedGood',
    'fundedExpectedBad',
  ),
];

function family(
  who: string,
  population: string,
  good: HistogramName,
  bad: HistogramName,
): readonly Measure[] {
  const of = (read: (s: Separation) => number) => (ledger: Ledger) =>
    read(separation(bins(ledger, good), bins(ledger, bad)));
  const shared = { population, series: false } as const;
  const words = who.replace('-', ', ');
  return [
    {
      id: `auc-${who}`,
      title: `AUC, ${words}`,
      unit: 'probability',
      range: proportion,
      better: 'higher',
      source: 'Hanley & McNeil 1982: a bad has the higher estimate than a good, ties half',
      of: of((s) => s.auc),
      ...shared,
    },
    {
      id: `gini-${who}`,
      title: `Gini (accuracy ratio), ${words}`,
      unit: '−1..1',
      range: [-1, 1],
      better: 'higher',
      source: 'definition: 2·AUC − 1',
      of: of((s) => 2 * s.auc - 1),
      ...shared,
    },
    {
      id: `ks-${who}`,
      title: `Kolmogorov–Smirnov, ${words}`,
      unit: 'share',
      range: proportion,
      better: 'higher',
      source:
        'definition: largest gap between the distributions of the estimate of goods and of bads',
      of: of((s) => s.ks),
      ...shared,
    },
    {
      id: `auc-bound-${who}`,
      title: `Binning error of the AUC, ${words}, at most ±`,
      unit: 'probability',
      range: proportion,
      better: 'neither',
      source: `derived: ${logitBins} bins of the estimate’s log-odds; half the mass of ties`,
      of: of((s) => s.aucBound),
      ...shared,
    },
    {
      id: `ks-bound-${who}`,
      title: `Binning error of the KS, ${words}, at most +`,
      unit: 'share',
      range: proportion,
      better: 'neither',
      source: `derived: ${logitBins} bins of the estimate’s log-odds; order inside a bin`,
      of: of((s) => s.ksBound),
      ...shared,
    },
  ];
}

function bins(ledger: Ledger, name: HistogramName): Float64Array {
  const start = histogramNames.indexOf(name) * logitBins;
  return ledger.histograms.subarray(start, start + logitBins);
}
