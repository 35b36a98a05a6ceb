import { proportion, zeroOrMore, type Measure } from './measure.ts';
import { ratio } from './sums.ts';

/** Gaming of an institution's footprint score (model §6, misreporting). */
export const gaming: readonly Measure[] = [
  {
    id: 'misreporting-share',
    title: 'Inflated footprints',
    unit: 'share of applications',
    range: proportion,
    better: 'lower',
    population: 'among applications',
    source: 'model §6: inflated when the expected fall of the price exceeds the cost',
    series: false,
    of: ratio('misreports', 'applications'),
  },
  {
    id: 'misreporting-cost',
    title: 'Cost of inflating footprints',
    unit: 'principals per application',
    range: zeroOrMore,
    better: 'lower',
    population: 'among applications; honest ones counted 0',
    source: 'model §6',
    series: false,
    of: ratio('misreportingCost', 'applications'),
  },
];
