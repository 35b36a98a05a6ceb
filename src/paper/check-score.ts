import { sum } from '../math/statistics.ts';
import { dimensions, printedBands, printedInfluence, printedWeights } from '../scores/index.ts';
import { checkNumber, differs, type Check } from './check.ts';
import { agreementWithWeights, influenceByDimension, influences } from './influence.ts';

const percent = (share: number, digits = 1) => `${(share * 100).toFixed(digits)}%`;

/** The paper's account of the score (Tables 3 to 6) against its own data. */
export function checkScore(): Check[] {
  return [...checkBands(), ...checkWeights(), ...checkMultipliers(), ...checkClaims()];
}

function checkBands(): Check[] {
  const names = (key: 'printed' | 'meant') => printedBands.map((band) => band[key]).join(', ');
  return [
    differs(
      'table-3',
      'names of the bands',
      names('printed'),
      names('meant'),
      'the printed names are garbled in translation and one is used twice',
    ),
    differs(
      'table-3',
      'bounds of the bands',
      'each inner bound stands in two bands',
      `${printedBands.map(({ from }) => from).join(', ')}: each belongs to the band it opens`,
      'a score must have one band',
    ),
  ];
}

function checkWeights(): Check[] {
  const total = sum(printedWeights.map(({ weight }) => weight * 100));
  const printed = printedWeights.map(({ weight }) => Math.round(weight * 100)).join(', ');
  return [
    checkNumber('table-4', 'sum of the weights, %', '100', total),
    differs(
      'table-4',
      'order of the dimensions',
      `from low to high: ${printed}%`,
      `${dimensions.map((d) => dimensionPercent(d)).join(', ')}%`,
      'the table lists behaviour preference before capacity; section 4.2 has them in order',
    ),
  ];
}

function dimensionPercent(dimension: string): number {
  const row = printedWeights.find((one) => one.dimension === dimension);
  return Math.round((row?.weight ?? Number.NaN) * 100);
}

function checkMultipliers(): Check[] {
  const derived = new Map(influences().map((row) => [row.behaviour, row]));
  return printedInfluence.flatMap(({ behaviour, multiplier, impact }) => {
    const row = derived.get(behaviour);
    if (!row) throw new Error(`Table 6 names a behaviour that Table 5 lacks: ${behaviour}`);
    return [
      checkNumber('table-6', `${row.label}: multiplier`, multiplier, row.multiplier),
      checkNumber('table-6', `${row.label}: impact`, impact, row.impact),
    ];
  });
}

/** Section 4.2's reading of Table 6. */
function checkClaims(): Check[] {
  const all = influences();
  const least = all.toSorted((a, b) => a.impact - b.impact)[0];
  const total = sum(all.map(({ impact }) => impact));
  const byDimension = influenceByDimension();
  const inPercent = (key: 'weight' | 'influence', digits: number) =>
    byDimension.map((row) => (row[key] * 100).toFixed(digits)).join(' / ');
  const single = byDimension.filter(
    ({ dimension }) => all.filter((one) => one.dimension === dimension).length === 1,
  );
  return [
    differs(
      'table-6',
      'share of social contacts in the total influence',
      'about 2%',
      `${least.impact.toFixed(1)} of ${total.toFixed(1)}: ${percent(least.share, 2)}`,
      'its impact of 2.5 is read as if the nine impacts added up to 100',
    ),
    differs(
      'table-6',
      'order of the behaviours, said to rise',
      printedInfluence.map(({ impact }) => impact).join(', '),
      all
        .map(({ impact }) => impact)
        .toSorted((a, b) => a - b)
        .map((impact) => impact.toFixed(1))
        .join(', '),
      'credit repayment (38.4) stands after credit loan (56)',
    ),
    differs(
      'table-6',
      'influence by dimension against the weights, said to agree',
      `weights ${inPercent('weight', 0)}%`,
      `influence ${inPercent('influence', 1)}%, rank correlation ${agreementWithWeights().toFixed(2)}`,
      'credit history has the largest weight and the second smallest influence',
    ),
    differs(
      'table-5',
      'identity authentication: market share',
      '100%',
      'no market share: every user is identified, whoever identifies him',
      'the share measures a rule of the platform, yet sets the yardstick of Table 6',
    ),
    differs(
      'table-5',
      'behaviours in each dimension',
      'one or two stand for each',
      `one for ${single.map(({ dimension }) => dimension).join(', ')}, two for the others`,
      'the number chosen halves a behaviour’s multiplier: the formula divides by it',
    ),
  ];
}
