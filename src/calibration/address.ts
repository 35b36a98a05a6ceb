import { economyParameters, lenderParameters, type Economy } from '../engine/index.ts';
import type { NumberParameter, Parameter } from '../parameters.ts';
import type { Scenario } from '../scenario/index.ts';

/** What an address may point into. */
type Addressed = Pick<Scenario, 'economy' | 'lenders'>;

/** A number of a scenario, by its key. */
interface Address {
  readonly passport: NumberParameter;
  /** Of several lenders, that of the first. */
  readonly value: number;
}

/** Passports by key: `economy.group.name`, `everyLender.name`, `lender-id.name`. Switches are none. */
function passportsOf({ lenders }: Addressed): Map<string, NumberParameter> {
  const found = new Map<string, NumberParameter>();
  const add = (key: string, parameter: Parameter) => {
    if (parameter.kind !== 'switch') found.set(key, parameter);
  };
  for (const [group, table] of Object.entries(economyParameters)) {
    for (const [name, parameter] of Object.entries(table))
      add(`economy.${group}.${name}`, parameter);
  }
  // Shares add up to one, so that none is free by itself.
  const { share: _, ...costs } = lenderParameters;
  for (const owner of ['everyLender', ...lenders.map(({ id }) => id)]) {
    for (const [name, parameter] of Object.entries(costs)) add(`${owner}.${name}`, parameter);
  }
  return found;
}

/** Every key that can be searched. */
export function keysOf(scenario: Addressed): string[] {
  return [...passportsOf(scenario).keys()];
}

/** @returns undefined for a key that names no number */
export function addressOf(scenario: Addressed, key: string): Address | undefined {
  const passport = passportsOf(scenario).get(key);
  if (passport === undefined) return undefined;
  const steps = key.split('.');
  const owner: unknown =
    steps.length === 3
      ? Reflect.get(scenario.economy, steps[1])
      : (scenario.lenders.find(({ id }) => id === steps[0]) ?? scenario.lenders[0]);
  const value: unknown =
    typeof owner === 'object' && owner !== null ? Reflect.get(owner, steps.at(-1) ?? '') : NaN;
  return { passport, value: Number(value) };
}

/** The scenario with these numbers at these keys, which it must have. */
export function withNumbers<S extends Addressed>(
  scenario: S,
  keys: readonly string[],
  values: readonly number[],
): S {
  const economy: Record<string, Record<string, number | boolean>> = {};
  for (const [group, table] of Object.entries(scenario.economy)) economy[group] = { ...table };
  let { lenders } = scenario;
  keys.forEach((key, k) => {
    const [owner, ...names] = key.split('.');
    const name = names.at(-1) ?? '';
    if (owner === 'economy') economy[names[0]][name] = values[k];
    else {
      lenders = lenders.map((lender) =>
        owner === 'everyLender' || lender.id === owner ? { ...lender, [name]: values[k] } : lender,
      );
    }
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same groups, each with the same names
  return { ...scenario, economy: economy as unknown as Economy, lenders };
}
