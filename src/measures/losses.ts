import type { SumName } from '../engine/ledger.ts';
import { zeroOrMore, type Measure } from './measure.ts';
import { ratio } from './sums.ts';

/** The parts of the resource identity of welfare (model §8), per application. */
export const losses: readonly Measure[] = [
  part(
    'project-value',
    'Value of projects that did not fail',
    'higher',
    'projectValue',
    '(1 − F)·R',
  ),
  part('stigma-loss', 'Stigma of default', 'lower', 'stigmaLoss', 'F·κ0·κ + (1 − F)(1 − w)·κ'),
  part('enforcement-loss', 'Enforcement', 'lower', 'enforcementLoss', '(1 − F)(1 − w)·enforcement'),
  part('collateral-loss', 'Collateral destroyed', 'lower', 'collateralLoss', 'PD·(1 − recovery)·ℓ'),
  part('effort-cost', 'Cost of effort', 'lower', 'effortCost', '½·ψ·f·e²'),
];

function part(
  id: string,
  title: string,
  better: Measure['better'],
  sum: SumName,
  formula: string,
): Measure {
  return {
    id,
    title,
    unit: 'principals per application',
    range: zeroOrMore,
    better,
    population: 'among applications; without a loan counted 0; expected',
    source: `model §8: ${formula}`,
    series: false,
    of: ratio(sum, 'applications'),
  };
}
