import { ranking } from '../../replicates/index.ts';
import type { ExperimentReading } from '../reading.ts';
import { contest } from '../../findings/index.ts';

const columns = [
  { effect: 'selection', head: 'selection', says: 'Selection' },
  { effect: 'burden', head: 'burden', says: 'Burden' },
  { effect: 'incentive', head: 'incentive', says: 'Incentive' },
] as const;

export const karlanZinmanReading: ExperimentReading = {
  table: [
    ...columns.flatMap(({ effect, head }) => {
      const shared = { unit: 'points', world: 'actual' };
      return [
        { ...shared, head: [head], measure: `karlan-zinman:${effect}` },
        { ...shared, head: [`${head},`, 'truth'], measure: `karlan-zinman:${effect}-true` },
      ];
    }),
    {
      head: ['price,', 'log-odds'],
      unit: '',
      world: 'actual',
      measure: 'karlan-zinman:price-slope',
    },
  ],
  laws: [
    {
      says: 'Selection, where types are visible',
      world: 'types-visible',
      measure: 'karlan-zinman:selection',
    },
    {
      says: 'Incentive, where action is contractible',
      world: 'action-contractible',
      measure: 'karlan-zinman:incentive',
    },
  ],
  truths: columns.map(({ effect, says }) => ({
    says,
    world: 'actual',
    measure: `karlan-zinman:${effect}`,
    less: `karlan-zinman:${effect}-true`,
  })),
  legend: [
    'Change in the default rate over the life of the loan, in percentage points: selection, per 10 points of the APR offered; burden, per 10 points of the APR paid; incentive, by 15% of the loan more at stake with the lender.',
    'Truth: the same borrowers under each arm, in true probabilities. Arms: offer ± 5 points of APR, contract 0 or −5 points.',
    'Price: what one unit of D more does to the log-odds of default, by who takes and by what it does to takers; lenders reckon with pricing.priceSlope.',
  ],
  answers: (samples, cast) => [
    contest(
      'Where do higher APRs attract the fewest bad risks?',
      ranking(samples, 'actual', 'karlan-zinman:selection'),
      cast,
      {
        claim: 'has the least selection',
        amount: 'default changes by',
        measure: samples.passportOf('karlan-zinman:selection'),
      },
    ),
    contest(
      'Where does a higher APR by itself make the fewest default?',
      ranking(samples, 'actual', 'karlan-zinman:burden'),
      cast,
      {
        claim: 'has the least burden',
        amount: 'default changes by',
        measure: samples.passportOf('karlan-zinman:burden'),
      },
    ),
    contest(
      'Where is there least left to gain from more discipline?',
      ranking(samples, 'actual', 'karlan-zinman:incentive'),
      cast,
      {
        claim: 'has the least moral hazard left',
        amount: 'more at stake changes default by',
        measure: samples.passportOf('karlan-zinman:incentive'),
      },
    ),
  ],
};
