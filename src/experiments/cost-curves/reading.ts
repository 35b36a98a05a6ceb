import { ranking } from '../../replicates/index.ts';
import type { ExperimentReading } from '../reading.ts';
import { contest } from '../../findings/index.ts';

const slope = { unit: '', world: 'actual' } as const;
const percent = { unit: '% of a loan', world: 'actual' } as const;

export const costCurvesReading: ExperimentReading = {
  table: [
    { ...slope, head: ['slope of', 'cost'], measure: 'cost-curves:slope' },
    { ...slope, head: ['slope of', 'cost, truth'], measure: 'cost-curves:slope-true' },
    { ...percent, head: ['equilibrium', 'price'], measure: 'cost-curves:equilibrium' },
    { ...percent, head: ['efficient', 'price'], measure: 'cost-curves:efficient' },
    { ...percent, head: ['welfare', 'lost'], measure: 'cost-curves:loss' },
    { ...percent, head: ['welfare', 'lost, truth'], measure: 'cost-curves:loss-true' },
  ],
  laws: [
    {
      says: 'Slope of cost, where types are visible',
      world: 'types-visible',
      measure: 'cost-curves:slope',
    },
  ],
  truths: [
    { says: 'Slope of cost', measure: 'cost-curves:slope' },
    { says: 'Equilibrium price', measure: 'cost-curves:equilibrium' },
    { says: 'Efficient price', measure: 'cost-curves:efficient' },
    { says: 'Welfare lost', measure: 'cost-curves:loss' },
  ].map((one) => ({ ...one, world: 'actual', less: `${one.measure}-true` })),
  legend: [
    'Prices are fees at signing, in per cent of the loan, over the cost that the lender foresees. A positive slope is adverse selection, a negative one advantageous.',
    'Welfare lost per approved application. Estimates are straight lines through eleven prices drawn by lot; truth is every applicant at every price. The estimated loss crosses two halves of the applicants, so that luck alone is no loss; it may be negative. Where cost bends, or welfare hardly depends on the price, the two may part.',
  ],
  answers: (samples, cast) => [
    contest(
      'Where does a higher price draw the fewest costly takers?',
      ranking(samples, 'actual', 'cost-curves:slope'),
      cast,
      {
        claim: 'has the flattest average cost',
        amount: 'it changes by',
        measure: samples.passportOf('cost-curves:slope'),
      },
    ),
    contest(
      'Where does pricing at average cost lose least?',
      ranking(samples, 'actual', 'cost-curves:loss'),
      cast,
      { claim: 'loses least welfare', measure: samples.passportOf('cost-curves:loss') },
    ),
  ],
};
