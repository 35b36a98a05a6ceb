import { shapley } from '../../measures/index.ts';

/** One way to measure a problem. */
export interface Method {
  readonly name: string;
  readonly world: string;
  readonly measure: string;
  /** 1 if more of the measure is more of the problem, −1 if less is. */
  readonly sign: 1 | -1;
  /** Head of its column. */
  readonly head: readonly string[];
  readonly unit: string;
}

/** Adverse selection by five methods, the first in three ways; rankings are held against that in default. */
export const selectionMethods: readonly Method[] = [
  {
    name: 'Shapley, in welfare',
    world: shapley,
    measure: 'adverse-selection:welfare',
    sign: 1,
    head: ['Shapley', 'welfare'],
    unit: '',
  },
  {
    name: 'Shapley, in welfare per loan',
    world: shapley,
    measure: 'agreement:selection-per-loan',
    sign: 1,
    head: ['Shapley', 'per loan'],
    unit: '',
  },
  {
    name: 'Shapley, in default',
    world: shapley,
    measure: 'adverse-selection:default-rate',
    sign: -1,
    head: ['Shapley', 'default'],
    unit: 'points',
  },
  {
    name: 'Karlan–Zinman',
    world: 'actual',
    measure: 'karlan-zinman:selection',
    sign: 1,
    head: ['Karlan–', 'Zinman'],
    unit: 'points',
  },
  {
    name: 'Chiappori–Salanié',
    world: 'actual',
    measure: 'positive-correlation:given-information',
    sign: 1,
    head: ['Chiappori–', 'Salanié'],
    unit: '',
  },
  {
    name: 'Einav–Finkelstein–Cullen',
    world: 'actual',
    measure: 'cost-curves:slope',
    sign: 1,
    head: ['cost', 'curves'],
    unit: '',
  },
  {
    name: 'Akerlof',
    world: 'actual',
    measure: 'lemons:hidden',
    sign: 1,
    head: ['Akerlof'],
    unit: 'points',
  },
];

/** Moral hazard: two of the five do not see it, two see it twice. */
export const hazardMethods: readonly Method[] = [
  {
    name: 'Shapley, in welfare',
    world: shapley,
    measure: 'moral-hazard:welfare',
    sign: 1,
    head: ['Shapley', 'welfare'],
    unit: '',
  },
  {
    name: 'Shapley, in default',
    world: shapley,
    measure: 'moral-hazard:default-rate',
    sign: -1,
    head: ['Shapley', 'default'],
    unit: 'points',
  },
  {
    name: 'Karlan–Zinman, burden',
    world: 'actual',
    measure: 'karlan-zinman:burden',
    sign: 1,
    head: ['burden'],
    unit: 'points',
  },
  {
    name: 'Karlan–Zinman, incentive',
    world: 'actual',
    measure: 'karlan-zinman:incentive',
    sign: -1,
    head: ['incentive'],
    unit: 'points',
  },
  {
    name: 'Chiappori–Salanié, field',
    world: 'actual',
    measure: 'positive-correlation:field-action',
    sign: 1,
    head: ['field', 'collateral'],
    unit: '',
  },
];
