import { economyParameters, lenderParameters } from '../src/engine/parameters.ts';
import { institutions } from '../src/institutions/registry.ts';
import type { Parameter, ParameterTable } from '../src/parameters.ts';

const tables: [string, ParameterTable][] = [
  ...Object.entries(economyParameters),
  ['lenders', lenderParameters],
  ...Object.values(institutions).map(({ id, parameters }): [string, ParameterTable] => [
    id,
    parameters,
  ]),
];

/** Every number of the model, by group and name: of the economy, of lenders, of all built-in institutions. */
export const allParameters: readonly (readonly [string, Parameter])[] = tables.flatMap(
  ([group, table]) =>
    Object.entries(table).map(([name, parameter]) => [`${group}.${name}`, parameter] as const),
);
