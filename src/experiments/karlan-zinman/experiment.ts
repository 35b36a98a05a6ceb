import { priceAtRate } from '../../engine/index.ts';
import type { Experiment, ExperimentMeasure, Finding } from '../experiment.ts';
import { conduct, type Protocol, type TrialWorld } from '../trial.ts';
import { createTrial, effects, type Effect, type EffectEstimate } from './trial.ts';

const perTenPoints = 'share of loans, per 10 points of APR';
const passports: Readonly<
  Record<Effect, Pick<ExperimentMeasure, 'title' | 'unit' | 'better' | 'population'>>
> = {
  selection: {
    title: 'Selection: default by the APR that was offered',
    unit: perTenPoints,
    better: 'lower',
    population:
      'among loans taken in the trial, over the life of the loan, at the same contract, given what the lender saw',
  },
  burden: {
    title: 'Burden: default by the APR that is paid',
    unit: perTenPoints,
    better: 'lower',
    population:
      'among loans taken in the trial, over the life of the loan, at the same offer, given what the lender saw',
  },
  incentive: {
    title: 'Incentive: default by what hangs on repayment',
    unit: 'share of loans',
    better: 'higher',
    population:
      'among loans taken in the trial, over the life of the loan, at the same offer and contract',
  },
};

const source = 'Karlan & Zinman 2009, Econometrica 77, 1993–2008';
const kinds = [
  { suffix: '', words: '', field: 'slope' },
  { suffix: '-error', words: ', standard error clustered by borrower', field: 'error' },
  { suffix: '-true', words: ', truth: the same borrowers under each arm', field: 'truth' },
] as const;

const measures: readonly ExperimentMeasure[] = [
  ...effects.flatMap((effect) =>
    kinds.map(({ suffix, words }): ExperimentMeasure => ({
      ...passports[effect],
      id: `karlan-zinman:${effect}${suffix}`,
      title: `${passports[effect].title}${words}`,
      better: suffix === '' ? passports[effect].better : 'neither',
      source,
      series: false,
    })),
  ),
  {
    id: 'karlan-zinman:price-slope',
    title: 'What the price does to the log-odds of default, by selection and burden together',
    unit: 'log-odds per unit of D',
    better: 'neither',
    population: 'among loans taken in the trial, given what the lender saw',
    source: 'logistic regression on the trial; lenders reckon with `pricing.priceSlope`',
    series: false,
  },
  {
    id: 'karlan-zinman:loans',
    title: 'Loans in the trial',
    unit: 'loans',
    better: 'neither',
    population: 'among approved applications of the borrowers that the trial follows',
    source,
    series: false,
  },
];

/**
 * Karlan and Zinman's field experiment on every approved borrower. Zero laws: selection vanishes where types are
 * visible (given the life PD at the price asked), the incentive where action is contractible.
 */
export const karlanZinman: Experiment = {
  id: 'karlan-zinman',
  title: 'Karlan & Zinman: selection, burden and incentive',
  about: 'offer APR, contract APR and a dynamic incentive drawn by lot among approved borrowers',
  source,
  measures,
  observe: (market, institution) => [
    ...conduct(
      market,
      institution,
      ['actual', 'types-visible', 'action-contractible'],
      karlanZinmanProtocols,
    ).findings,
  ],
};

/** The trial, in the worlds where it says something. */
export function karlanZinmanProtocols(setting: TrialWorld): Protocol[] {
  return setting.world === 'full-information' ? [] : [protocol(setting)];
}

function protocol(setting: TrialWorld): Protocol {
  const { visit, estimates, priceSlope, loans } = createTrial(setting);
  const { market, world } = setting;
  // Slopes are told per ten points of APR.
  const tenPoints = priceAtRate(0.1 / 4, market.economy.loan.term) - 1;
  const toldPer = { selection: tenPoints, burden: tenPoints, incentive: 1 };
  const tell = (effect: Effect, found: EffectEstimate): Finding[] =>
    kinds.map(({ suffix, field }) => ({
      ...{ world, at: null, value: toldPer[effect] * found[field] },
      measure: `karlan-zinman:${effect}${suffix}`,
    }));
  return {
    visit,
    findings: () => {
      const found = estimates();
      return [
        ...effects.flatMap((effect) => tell(effect, found[effect])),
        { world, measure: 'karlan-zinman:price-slope', at: null, value: priceSlope() },
        { world, measure: 'karlan-zinman:loans', at: null, value: loans() },
      ];
    },
  };
}
