import type { SumName } from '../../engine/index.ts';
import { proportion, type Measure } from '../measure.ts';
import { ratio } from '../sums.ts';

const brierSource = 'Brier 1950, Monthly Weather Review 78, 1–3';

/** How right the price-setting lender's estimate is. */
export const accuracy: readonly Measure[] = [
  {
    id: 'brier-applicants',
    title: 'Brier score, applicants',
    unit: 'squared probability',
    range: proportion,
    better: 'lower',
    population: 'among applications; outcome expected from the true default probability',
    source: brierSource,
    series: false,
    of: ratio('applicantBrier', 'applications'),
  },
  {
    id: 'brier-true-pd-applicants',
    title: 'Squared error of the estimate, applicants',
    unit: 'squared probability',
    range: proportion,
    better: 'lower',
    population: 'among applications; estimate against the true default probability',
    source: brierSource,
    series: false,
    of: ratio('applicantBrierPd', 'applications'),
  },
  {
    id: 'brier-funded',
    title: 'Brier score, funded',
    unit: 'squared probability',
    range: proportion,
    better: 'lower',
    population: 'among loans taken, realised',
    source: brierSource,
    series: false,
    of: ratio('fundedBrier', 'loans'),
  },
  {
    id: 'calibration-gap-applicants',
    title: 'Calibration gap, applicants',
    unit: 'probability',
    range: [-1, 1],
    better: 'neither',
    population: 'among applications; against the true default probability',
    source: 'definition: mean estimate − mean true PD; positive = lenders are too gloomy',
    series: false,
    of: gap('applicantEstimate', ['applicantPd'], 'applications'),
  },
  {
    id: 'calibration-gap-funded',
    title: 'Calibration gap, funded',
    unit: 'probability',
    range: [-1, 1],
    better: 'neither',
    population: 'among loans taken, realised',
    source:
      'definition: mean estimate − default rate; negative = lenders are too hopeful about whom they get',
    series: false,
    of: gap('loanEstimate', ['cannotPay', 'willNotPay'], 'loans'),
  },
];

/** Mean estimate minus mean outcome. */
function gap(estimate: SumName, outcomes: readonly SumName[], over: SumName): Measure['of'] {
  return ratio({ plus: [estimate], minus: outcomes }, over);
}
