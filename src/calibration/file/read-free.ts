import type { Problem } from '../../errors.ts';
import { measures } from '../../measures/registry.ts';
import type { Scenario } from '../../scenario/index.ts';
import { problemAt, unknownKey, type LocatedDocument } from '../../scenario/reading.ts';
import { didYouMean } from '../../suggest.ts';
import { addressOf, keysOf } from '../address.ts';
import { baselineSpace } from './baseline-space.ts';
import type { RangeEntry } from './file-schema.ts';
import type { FreeParameter } from '../space.ts';
import type { TargetsLayer } from './layer.ts';
import { flipsMeasure, type Condition } from '../targets.ts';

/** The free parameters of the nearest file that names any; without one, those of the baseline. Notes what is wrong. */
export function readFree(
  layers: readonly TargetsLayer[],
  scenario: Scenario,
  problems: Problem[],
): readonly FreeParameter[] {
  const layer = layers.find(({ file }) => file.free !== undefined);
  if (!layer) return baselineSpace;
  const { document, file } = layer;
  const entries = Object.entries(file.free ?? {});
  if (entries.length === 0) {
    problems.push(
      problemAt(document, ['free'], 'no parameter is free\nname one, or leave the key out'),
    );
  }
  return entries.flatMap(([key, range]) => readParameter(key, range, scenario, document, problems));
}

function readParameter(
  key: string,
  range: RangeEntry,
  scenario: Scenario,
  document: LocatedDocument,
  problems: Problem[],
): FreeParameter[] {
  const at = ['free', key];
  const address = addressOf(scenario, key);
  if (address === undefined) {
    problems.push(unknownKey(document, at, keysOf(scenario)));
    return [];
  }
  const { passport } = address;
  const [low, high] = 'from' in range ? [range.from, range.to] : range;
  const scale = 'from' in range ? (range.scale ?? 'linear') : 'linear';
  const whole = passport.kind === 'integer';
  const complaint = complaintOf({ key, low, high, scale, whole }, passport);
  if (complaint !== undefined) problems.push(problemAt(document, at, complaint));
  return [{ key, low, high, scale, whole }];
}

function complaintOf(
  { low, high, scale, whole }: FreeParameter,
  { min, max, unit, about }: { min: number; max: number; unit: string; about: string },
): string | undefined {
  if (low === high) return `the range is empty: it begins and ends at ${low}`;
  if (low > high)
    return `the range is crossed: ${low} is above ${high}\nthe lowest value comes first`;
  if (low < min || high > max) {
    return `${low} to ${high} reaches outside ${min}..${max} (${unit})\n${about}`;
  }
  if (scale === 'log' && low <= 0) return `a log scale begins above 0, not at ${low}`;
  if (whole && !(Number.isInteger(low) && Number.isInteger(high))) {
    return `${low} to ${high}: ends must be whole numbers (${unit})`;
  }
  return undefined;
}

/** What must hold of vectors that are kept: of the nearest file that says so. Notes what is wrong. */
export function readConditions(
  layers: readonly TargetsLayer[],
  problems: Problem[],
): readonly Condition[] {
  const layer = layers.find(({ file }) => file.require !== undefined);
  if (!layer) return [];
  const known = [...measures.map(({ id }) => id), flipsMeasure];
  return (layer.file.require ?? []).flatMap(({ measure, min, max }, i) => {
    const complain = (text: string) => {
      problems.push(problemAt(layer.document, ['require', i], text));
      return [];
    };
    if (!known.includes(measure)) {
      return complain(`no measure "${measure}"\n${didYouMean(measure, known)}`);
    }
    if (min === undefined && max === undefined) return complain('says nothing\nadd min or max');
    if (min !== undefined && max !== undefined && min >= max) {
      return complain(`no value is above ${min} and below ${max}`);
    }
    return [{ measure, min: min ?? -Infinity, max: max ?? Infinity }];
  });
}
