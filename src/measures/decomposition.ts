import type { World } from '../engine/setup.ts';
import { measures } from './registry.ts';
import type { Measure } from './measure.ts';
import type { Passport } from './passport.ts';

/**
 * Adverse selection and moral hazard, measured by switching them off (model §7).
 *
 * Four worlds share every draw and the sanctions of the actual one: A as it is, S with types visible,
 * C with action contractible, F with both. Each problem is the mean of what removing it does while the
 * other is there and while it is gone; Shapley's value of a game with two players.
 */
export interface Parts {
  /** ½[(S − A) + (F − C)] */
  readonly adverseSelection: number;
  /** ½[(C − A) + (F − S)] */
  readonly moralHazard: number;
}

/** The world column of rows that are made from all four worlds. */
export const shapley = 'shapley';

/**
 * Splits F − A into the two problems; the parts add up to it exactly but for rounding.
 * NaN where one of the worlds is not defined.
 */
export function decompose(value: Readonly<Record<World, number>>): Parts {
  const { actual: a, 'types-visible': s, 'action-contractible': c, 'full-information': f } = value;
  return { adverseSelection: (s - a + (f - c)) / 2, moralHazard: (c - a + (f - s)) / 2 };
}

/** Measures that are decomposed. */
export const decomposed = [
  'welfare',
  'approval-rate',
  'default-rate',
  'cannot-pay-rate',
  'will-not-pay-rate',
  'rate',
  'effort',
] as const;

/** A decomposition row's measure: what it splits, and which part it is. */
export interface PartMeasure extends Passport {
  readonly part: keyof Parts;
  /** The measure that is split. */
  readonly splits: Measure;
}

/** Passports of the rows that the decomposition adds: `adverse-selection:welfare`, … */
export const partMeasures: readonly PartMeasure[] = decomposed.flatMap((id) => {
  const of = measures.find((measure) => measure.id === id);
  if (!of) throw new Error(`the decomposition names an unknown measure: ${id}`);
  return [
    passport(of, 'adverse-selection', 'adverseSelection', 'Adverse selection'),
    passport(of, 'moral-hazard', 'moralHazard', 'Moral hazard'),
  ];
});

/**
 * What remains of a problem is what removing it would still change: for a measure of which more is better
 * a positive part is the gain forgone, so less of it is better; for the others the reverse.
 */
function passport(of: Measure, prefix: string, part: keyof Parts, words: string): PartMeasure {
  const better = { higher: 'lower', lower: 'higher', neither: 'neither' } as const;
  return {
    id: `${prefix}:${of.id}`,
    title: `${words} in ${of.title.toLowerCase()}`,
    unit: of.unit,
    better: better[of.better],
    population: of.population,
    source: 'model §7: Shapley value over four worlds; what removing the problem would change',
    series: false,
    part,
    splits: of,
  };
}
