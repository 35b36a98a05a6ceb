import type { NumberParameter } from '../parameters.ts';
import { settingsOf, withValues, type Setting } from '../scenario/design/index.ts';
import type { Scenario } from '../scenario/index.ts';

/** A number of a scenario, by its key. */
interface Address {
  readonly passport: NumberParameter;
  /** Of several lenders, that of the first. */
  readonly value: number;
}

/** Settings of the economy and the lenders by key: a search moves nothing else. */
function settingsHere(scenario: Scenario): Map<string, Setting> {
  return settingsOf({ ...scenario, institutions: [] }, () => ({}));
}

/** Shares add up to one, so that none is free by itself; switches and sizes of the run are no numbers of the economy. */
function addressAt({ target, parameter: passport, value }: Setting): Address | undefined {
  const isFree = target.of === 'economy' || (target.of === 'lenders' && target.name !== 'share');
  if (!isFree || passport === undefined || passport.kind === 'switch') return undefined;
  return { passport, value: Number(value) };
}

/** @returns undefined for a key that names no number that can be searched */
export function addressOf(scenario: Scenario, key: string): Address | undefined {
  const setting = settingsHere(scenario).get(key);
  return setting && addressAt(setting);
}

/** Every key that can be searched. */
export function keysOf(scenario: Scenario): string[] {
  return [...settingsHere(scenario).values()].flatMap((one) => (addressAt(one) ? [one.key] : []));
}

/** The scenario with these numbers at these keys, which it must have. */
export function withNumbers(
  scenario: Scenario,
  keys: readonly string[],
  values: readonly number[],
): Scenario {
  const settings = settingsHere(scenario);
  const assignments = keys.map((key, k) => {
    const setting = settings.get(key);
    if (!setting) throw new Error(`${key} is no number of this scenario`);
    return [setting.target, values[k]] as const;
  });
  return withValues(scenario, assignments);
}
