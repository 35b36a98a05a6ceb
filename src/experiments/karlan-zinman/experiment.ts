import type { Experiment, ExperimentMeasure, Finding } from '../experiment.ts';
import { createTrial, effects, type Effect } from './trial.ts';
import { conduct, type Protocol, type Setting } from '../trial.ts';

/** Slopes are told per ten points of rate. */
const toldPer: Readonly<Record<Effect, number>> = { selection: 0.1, burden: 0.1, incentive: 1 };

const perTenPoints = 'share of loans, per 10 points of rate';
const passports: Readonly<
  Record<Effect, Pick<ExperimentMeasure, 'title' | 'unit' | 'better' | 'population'>>
> = {
  selection: {
    title: 'Selection: default by the rate that was offered',
    unit: perTenPoints,
    better: 'lower',
    population:
      'among loans taken in the trial, at the same contract rate, given what the lender saw',
  },
  burden: {
    title: 'Burden: default by the rate that is paid',
    unit: perTenPoints,
    better: 'lower',
    population: 'among loans taken in the trial, at the same offer, given what the lender saw',
  },
  incentive: {
    title: 'Incentive: default by what hangs on repayment',
    unit: 'share of loans',
    better: 'higher',
    population: 'among loans taken in the trial, at the same offer and contract',
  },
};

const source = 'Karlan & Zinman 2009, Econometrica 77, 1993–2008';
const kinds = [
  { suffix: '', words: '', field: 'slope' },
  { suffix: '-error', words: ', standard error clustered by borrower', field: 'error' },
  { suffix: '-true', words: ', truth: the same borrowers under each arm', field: 'truth' },
] as const;

const names: readonly { readonly name: string; readonly effect: Effect; readonly note: string }[] =
  [
    ...effects.map((effect) => ({ name: effect, effect, note: '' })),
    { name: 'burden-off', effect: 'burden', note: ', where the rate weighs on no hazard' },
  ];

const measures: readonly ExperimentMeasure[] = [
  ...names.flatMap(({ name, effect, note }) =>
    kinds.map(({ suffix, words }): ExperimentMeasure => ({
      ...passports[effect],
      id: `karlan-zinman:${name}${suffix}`,
      title: `${passports[effect].title}${note}${words}`,
      better: suffix === '' && note === '' ? passports[effect].better : 'neither',
      source,
      series: false,
    })),
  ),
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
 * visible (given the true default probability at the rate asked), the incentive where action is contractible, and
 * there also the burden if the rate weighs on no hazard.
 */
export const karlanZinman: Experiment = {
  id: 'karlan-zinman',
  title: 'Karlan & Zinman: selection, burden and incentive',
  about: 'offer rate, contract rate and a dynamic incentive drawn by lot among approved borrowers',
  source,
  measures,
  observe: (market, regime) => [
    ...conduct(
      market,
      regime,
      ['actual', 'types-visible', 'action-contractible'],
      karlanZinmanProtocols,
    ).findings,
  ],
};

/** The trial of a world, and where action is contractible also the one in which the rate weighs on no hazard. */
export function karlanZinmanProtocols(setting: Setting): Protocol[] {
  const { world } = setting;
  if (world === 'full-information') return [];
  const trial = protocol(setting);
  return world === 'action-contractible' ? [trial, burdenOff(setting)] : [trial];
}

function protocol(setting: Setting): Protocol {
  const { visit, estimates, loans } = createTrial(setting);
  return {
    arms: ['offerArm', 'contractArm', 'incentiveArm'],
    visit,
    findings: () => {
      const found = estimates();
      const { world } = setting;
      return [
        ...effects.flatMap((effect) => tell(world, effect, effect, found[effect])),
        { world, measure: 'karlan-zinman:loans', at: null, value: loans() },
      ];
    },
  };
}

function burdenOff(setting: Setting): Protocol {
  const { visit, estimates } = createTrial(setting, true);
  return {
    arms: [],
    visit,
    findings: () => tell(setting.world, 'burden-off', 'burden', estimates().burden),
  };
}

function tell(
  world: string,
  name: string,
  effect: Effect,
  found: Readonly<Record<'slope' | 'error' | 'truth', number>>,
): Finding[] {
  return kinds.map(({ suffix, field }) => ({
    world,
    measure: `karlan-zinman:${name}${suffix}`,
    at: null,
    value: toldPer[effect] * found[field],
  }));
}
