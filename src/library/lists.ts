import { economyParameters, lenderParameters } from '../engine/index.ts';
import { UserError } from '../errors.ts';
import { experiments } from '../experiments/registry.ts';
import { institutions } from '../institutions/registry.ts';
import { resultMeasures } from '../measures/index.ts';
import type { ParameterTable } from '../parameters.ts';
import { runParameters } from '../scenario/index.ts';
import { didYouMean } from '../suggest.ts';
import { figureIds } from './result/figure.ts';

/** An entry of a list; its first field names it. */
export type Entry = Readonly<Record<string, string>>;

/** What can be listed by one who has no files: each gives its entries as plain records. */
export const listings: Readonly<Record<string, () => readonly Entry[]>> = {
  institutions: () =>
    Object.values(institutions).map(({ id, label, facts }) => ({ id, label, ...facts })),
  measures: () =>
    resultMeasures.map(({ id, title, unit, better, population, source }) => {
      return { id, title: `${title} (${unit})`, population, better, source };
    }),
  parameters: () => [
    ...passports('', runParameters),
    ...Object.entries(economyParameters).flatMap(([group, table]) =>
      passports(`economy.${group}.`, table),
    ),
    ...passports('lenders.', lenderParameters),
    ...Object.values(institutions).flatMap(({ id, parameters }) => passports(`${id}.`, parameters)),
  ],
  experiments: () =>
    experiments.map(({ id, title, about, source }) => ({ id, about, title, source })),
  figures: () => figureIds.map((id) => ({ id })),
};

/**
 * The entries of a list.
 *
 * @throws UserError if there is none of this name
 */
export function listed(name: string, all: typeof listings): readonly Entry[] {
  if (Object.hasOwn(all, name)) return all[name]();
  const message = `there is no list of "${name}"`;
  throw new UserError([{ message, hint: didYouMean(name, Object.keys(all)) }]);
}

function passports(prefix: string, table: ParameterTable): Entry[] {
  return Object.entries(table).map(([name, parameter]) => {
    const { unit, about, source, default: value } = parameter;
    const range =
      parameter.kind === 'switch' ? 'true or false' : `${parameter.min}..${parameter.max}`;
    return {
      name: `${prefix}${name}`,
      about: `${value} (${range} ${unit}): ${about}`,
      ...{ default: String(value), range, unit, source },
    };
  });
}
