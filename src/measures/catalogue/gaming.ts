import { proportion, zeroOrMore, type Measure } from '../measure.ts';
import { perApplication } from './money.ts';
import { ratio } from '../sums.ts';

/** Gaming of an institution's footprint score (model §6.4). */
export const gaming: readonly Measure[] = [
  {
    id: 'misreporting-share',
    title: 'Inflated footprints',
    unit: 'share of applications',
    range: proportion,
    better: 'lower',
    population: 'among applications',
    source: 'model §6.4: inflated when the expected fall of the price exceeds the cost',
    series: false,
    of: ratio('misreports', 'applications'),
  },
  {
    id: 'misreporting-cost',
    title: 'Cost of inflating footprints',
    better: 'lower',
    source: 'model §6.4: borne whether or not a loan comes of it',
    of: ratio('misreportingCost', 'applications'),
    ...perApplication,
    range: zeroOrMore,
  },
];
