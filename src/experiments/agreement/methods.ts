import { betweenWorlds } from '../../measures/index.ts';

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

const actual = { world: 'actual', sign: 1 } as const;
const between = { world: betweenWorlds, sign: 1 } as const;

/** Adverse selection (docs/model.md, section 8); rankings are held against the first. */
export const selectionMethods: readonly Method[] = [
  {
    ...{ ...between, name: 'Safe types left out', measure: 'safe-types-left-out' },
    ...{ head: ['safe types', 'left out'], unit: 'points' },
  },
  {
    ...{ ...actual, name: 'Karlan–Zinman selection', measure: 'karlan-zinman:selection' },
    ...{ head: ['Karlan–', 'Zinman'], unit: 'points' },
  },
  {
    ...{ ...actual, name: 'Einav–Finkelstein–Cullen loss', measure: 'cost-curves:loss' },
    ...{ head: ['welfare', 'lost'], unit: '% of a loan' },
  },
  {
    ...{ ...actual, name: 'Einav–Finkelstein–Cullen slope', measure: 'cost-curves:slope' },
    ...{ head: ['slope', 'of cost'], unit: '' },
  },
  {
    ...{ ...actual, name: 'Chiappori–Salanié' },
    ...{ measure: 'positive-correlation:given-information' },
    ...{ head: ['Chiappori–', 'Salanié'], unit: '' },
  },
  {
    ...{ ...actual, name: 'Akerlof', measure: 'lemons:hidden' },
    ...{ head: ['Akerlof'], unit: 'points' },
  },
];

/** Moral hazard: the interval of what contracts on action would change, and four that watch behaviour. */
export const hazardMethods: readonly Method[] = [
  {
    ...{ ...between, name: 'Moral hazard in welfare, lower end', measure: 'moral-hazard-low' },
    ...{ head: ['welfare,', 'low'], unit: '% of a loan' },
  },
  {
    ...{ ...between, name: 'Moral hazard in welfare, upper end', measure: 'moral-hazard-high' },
    ...{ head: ['welfare,', 'high'], unit: '% of a loan' },
  },
  {
    ...{ ...between, name: 'What contracts change in default', sign: -1 },
    ...{ measure: 'contracting-hidden-default', head: ['default'], unit: 'points' },
  },
  {
    ...{ ...actual, name: 'Karlan–Zinman incentive', measure: 'karlan-zinman:incentive' },
    ...{ sign: -1, head: ['incentive'], unit: 'points' },
  },
  {
    ...{ ...actual, name: 'Karlan–Zinman burden', measure: 'karlan-zinman:burden' },
    ...{ head: ['burden'], unit: 'points' },
  },
  {
    ...{ ...actual, name: 'Defaults by choice', measure: 'will-not-pay-share' },
    ...{ head: ['will not', 'pay'], unit: '% of defaults' },
  },
  {
    ...{ ...actual, name: 'Chiappori–Salanié, field' },
    ...{ measure: 'positive-correlation:field-action', head: ['field', 'collateral'], unit: '' },
  },
];
