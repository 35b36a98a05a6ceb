import { UserError } from '../../errors.ts';
import { defaultsOf } from '../../parameters.ts';
import type { ScoreBand } from '../bands.ts';
import { sesameBands } from './bands.ts';
import { dimensions } from './behaviours.ts';
import { sesameParameters, type SesameValues } from './parameters.ts';

/** What a user may choose about the score, as read from the command line. */
export interface SesameChoices {
  /** Five weights in the order of the dimensions, in any unit. */
  readonly weights?: readonly number[] | undefined;
  readonly authenticity?: number | undefined;
  /** Lowest and highest score. */
  readonly range?: readonly number[] | undefined;
  readonly bands?: readonly ScoreBand[] | undefined;
}

/**
 * The score's numbers and bands under these choices. With another range the centre stays its middle,
 * a standard deviation its sixth, and bands and the points of a default keep their proportions.
 *
 * @throws UserError with what is wrong.
 */
export function sesameChoices({ weights, authenticity, range, bands }: SesameChoices): {
  readonly values: SesameValues;
  readonly bands: readonly ScoreBand[];
} {
  const standard = defaultsOf(sesameParameters);
  const [floor, ceiling] = range ?? [standard.floor, standard.ceiling];
  checkRange(range);
  const stretch = (ceiling - floor) / (standard.ceiling - standard.floor);
  const moved = (points: number) => Math.round(floor + (points - standard.floor) * stretch);
  const values: SesameValues = {
    ...standard,
    ...weightsByName(weights),
    ...(authenticity === undefined ? {} : { authenticity }),
    floor,
    ceiling,
    centre: moved(standard.centre),
    deviation: standard.deviation * stretch,
    defaultPenalty: standard.defaultPenalty * stretch,
    repaidBonus: standard.repaidBonus * stretch,
  };
  const chosen = bands ?? sesameBands.map(({ id, from }) => ({ id, from: moved(from) }));
  checkBands(chosen, ceiling);
  return { values, bands: chosen };
}

/** `poor=350,fair=550` → bands. */
export function parseBands(words: readonly string[]): ScoreBand[] {
  return words.map((word) => {
    const [id, from, rest] = word.split('=');
    if (id && from && rest === undefined && Number.isFinite(Number(from))) {
      return { id, from: Number(from) };
    }
    const hint = 'name=lowest score, as in poor=350,fair=550';
    throw new UserError([{ message: `--bands: "${word}" is no band`, hint }]);
  });
}

/** `5,15,20` → numbers. */
export function parseNumbers(flag: string, words: readonly string[], count: number): number[] {
  const numbers = words.map(Number);
  if (numbers.length === count && numbers.every((one) => Number.isFinite(one))) return numbers;
  const message = `--${flag}: "${words.join(',')}" is not allowed`;
  throw new UserError([{ message, hint: `allowed: ${count} numbers, separated by commas` }]);
}

function weightsByName(weights: readonly number[] | undefined) {
  if (!weights) return {};
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.some((weight) => weight < 0) || !(total > 0)) {
    const hint = `five numbers from 0 up, not all 0, for ${dimensions.join(', ')}`;
    throw new UserError([{ message: `--weights: ${weights.join(',')} is not allowed`, hint }]);
  }
  const [contacts, identity, capacity, behaviour, history] = weights.map((one) => one / total);
  return {
    weightContacts: contacts,
    weightIdentity: identity,
    weightCapacity: capacity,
    weightBehaviour: behaviour,
    weightHistory: history,
  };
}

function checkRange(range: readonly number[] | undefined): void {
  if (!range) return;
  const [floor, ceiling] = range;
  if (Number.isInteger(floor) && Number.isInteger(ceiling) && ceiling - floor >= 60) return;
  const hint = 'two whole numbers at least 60 apart, as in 350,950';
  throw new UserError([{ message: `--range: ${range.join(',')} is not allowed`, hint }]);
}

function checkBands(bands: readonly ScoreBand[], ceiling: number): void {
  const ascending = bands.every((band, k) => k === 0 || band.from > bands[k - 1].from);
  if (ascending && bands[bands.length - 1].from <= ceiling) return;
  const message = `--bands: ${bands.map(({ from }) => from).join(', ')} is not allowed`;
  throw new UserError([{ message, hint: `allowed: rising, and none above ${ceiling}` }]);
}
