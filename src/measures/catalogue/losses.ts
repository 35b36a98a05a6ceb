import type { SumName } from '../../engine/index.ts';
import { zeroOrMore, type Measure } from '../measure.ts';
import { perApplication } from './money.ts';
import { ratio } from '../sums.ts';

/**
 * Rows of the identity of welfare (docs/model.md §9.1), per application. What the institution and inflated footprints cost
 * are rows of it too, listed with the measures of welfare and of gaming.
 */
export const losses: readonly Measure[] = [
  row(
    'use-value',
    'Use of the loans',
    'higher',
    'use',
    'value of what the loan finances while the borrower has not failed',
  ),
  row('outside-forgone', 'Outside option given up', 'neither', 'outside', 'S·o, at signing', true),
  row(
    'resources',
    'Lent, and the lenders’ work',
    'neither',
    'resources',
    'S·(1 + operating), at signing',
  ),
  row(
    'funding',
    'Lenders’ money, from instalment to instalment',
    'neither',
    'funding',
    '(v^{a+1} − v^a)·inflow; a cost is negative',
    true,
  ),
  row(
    'time',
    'Borrowers’ impatience beyond the lenders’',
    'neither',
    'time',
    '(v^a − δ^a)·inflow',
    true,
  ),
  row('stigma-loss', 'Stigma of default', 'lower', 'stigma', 'κS̄ an event; κ0 of it when unable'),
  row('enforcement-loss', 'Enforcement', 'lower', 'enforcement', 'enforcement·S on who refuses'),
  row(
    'collateral-loss',
    'Collateral destroyed',
    'lower',
    'collateralDestroyed',
    'ℓS less what the lender gets of it',
  ),
  row('effort-cost', 'Cost of effort', 'lower', 'effortCost', '½·ψ·S·f·e² a quarter'),
  row('perks-loss', 'Perks of a good record lost', 'lower', 'perksLost', 'perks, once an event'),
];

/** Friction of choice, outside welfare: not counted as anybody's gain. */
export const frictions: readonly Measure[] = [
  row(
    'taste-refusing',
    'Taste of refusing to pay (outside welfare)',
    'neither',
    'tasteRefusing',
    'σ_e·H(Λ(z))',
  ),
  row(
    'taste-taking',
    'Taste of taking a loan (outside welfare)',
    'neither',
    'tasteTaking',
    'S·taste·H(Λ(x))',
  ),
];

function row(
  id: string,
  title: string,
  better: Measure['better'],
  sum: SumName,
  formula: string,
  signed = false,
): Measure {
  return {
    id,
    title,
    better,
    source: `model §9.1: ${formula}`,
    of: ratio(sum, 'applications'),
    ...perApplication,
    ...(!signed && { range: zeroOrMore }),
  };
}
