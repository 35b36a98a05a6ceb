import type { Sanctions, World } from '../engine/index.ts';
import { access } from './catalogue/access.ts';
import type { Measure } from './measure.ts';
import type { Passport } from './passport.ts';
import { repayment } from './catalogue/repayment.ts';
import { ratio } from './sums.ts';
import { welfare } from './catalogue/welfare.ts';

/** The world column of rows that are made from two worlds. */
export const betweenWorlds = 'between-worlds';

/** What one world has more than another of a measure, under one setting of sanctions, or under both. */
export interface WorldContrast extends Passport {
  readonly of: Measure['of'];
  readonly more: World;
  readonly less: World;
  readonly sanctions?: Sanctions;
}

/** Measures that are held against each other, and how ids and titles call them. */
const told = [
  { id: 'welfare', suffix: '', words: 'welfare' },
  { id: 'default-rate', suffix: '-default', words: 'default' },
  { id: 'approval-rate', suffix: '-approval', words: 'approval' },
] as const;
const hazardMeasures = told.slice(0, 2);

/** Contracted action less private action, while types are hidden and while lenders see them. */
const contracting: readonly WorldContrast[] = hazardMeasures.flatMap(({ id, suffix, words }) => [
  {
    ...passportOf(id),
    id: `contracting-hidden${suffix}`,
    title: `What contracts on action change in ${words} while types are hidden`,
    source: 'model §8: action contractible less actual',
    more: 'action-contractible',
    less: 'actual',
    sanctions: 'held',
  },
  {
    ...passportOf(id),
    id: `contracting-visible${suffix}`,
    title: `What contracts on action change in ${words} while types are visible`,
    source: 'model §8: full information less types visible',
    more: 'full-information',
    less: 'types-visible',
    sanctions: 'held',
  },
]);

/**
 * Moral hazard is told as an interval, from end to end. Which contrast is which end is chosen for an institution, not for
 * each replicate, since that would widen the interval by luck alone.
 */
export const contrastEnds: readonly Passport[] = hazardMeasures.flatMap(({ id, suffix, words }) => {
  const { of: _, ...passport } = passportOf(id);
  const contrasts = [`contracting-hidden${suffix}`, `contracting-visible${suffix}`] as const;
  const source =
    'model §8: action contractible less actual, and full information less types visible; of the two means over ' +
    'replicates the';
  return [
    {
      ...passport,
      id: `moral-hazard${suffix}-low`,
      title: `Moral hazard in ${words}, lower end`,
      source: `${source} smaller`,
      endOf: { contrasts, which: 'smaller' },
    },
    {
      ...passport,
      id: `moral-hazard${suffix}-high`,
      title: `Moral hazard in ${words}, upper end`,
      source: `${source} larger`,
      endOf: { contrasts, which: 'larger' },
    },
  ];
});

/** It may be negative, and is no measure of adverse selection. */
const showing: readonly WorldContrast[] = (['held', 'relearned'] as const).flatMap((sanctions) =>
  told.map(({ id, suffix, words }): WorldContrast => ({
    ...passportOf(id),
    id: `showing-types-${sanctions}${suffix}`,
    title: `What showing types to lenders changes in ${words}, sanctions ${sanctions}`,
    better: 'neither',
    source: 'model §8: types visible less actual',
    more: 'types-visible',
    less: 'actual',
    sanctions,
  })),
);

/** Akerlof's loss, counted in people: the safe whom lenders would serve if they saw who is safe. */
const leftOut: WorldContrast = {
  id: 'safe-types-left-out',
  title: 'Safe types left out',
  unit: 'share of applications',
  range: [-1, 1],
  better: 'lower',
  population:
    "among applications of borrowers whose hazard, by capacity and capital, is below the population's median",
  source: 'model §8: loans / applications of safe types, types visible less actual',
  series: false,
  of: ratio('safeLoans', 'safeApplications'),
  more: 'types-visible',
  less: 'actual',
};

/** In the order in which files list them. */
export const worldContrasts: readonly WorldContrast[] = [leftOut, ...contracting, ...showing];

/**
 * What a contrast of a measure has of it. What a problem's removal would still change is what remains of the problem: where
 * more of the measure is better, less of that is.
 */
function passportOf(
  measure: string,
): Omit<Passport, 'id' | 'title' | 'source'> & Pick<Measure, 'of'> {
  const found = [...access, ...repayment, ...welfare].find(({ id }) => id === measure);
  if (!found) throw new Error(`a contrast of worlds names an unknown measure: ${measure}`);
  const { unit, range, better, population, of } = found;
  const reverse = { higher: 'lower', lower: 'higher', neither: 'neither' } as const;
  return {
    unit,
    ...(range && { range: [-1, 1] as const }),
    better: reverse[better],
    population,
    series: false,
    of,
  };
}
