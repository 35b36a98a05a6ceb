import { economyParameters, lenderParameters } from '../engine/index.ts';
import type { ParameterTable } from '../parameters.ts';
import { originOf } from '../scenario/index.ts';
import type { StoredRun } from './inputs.ts';

/** One number that went into a run, with its passport. */
export interface Assumption {
  /** What it belongs to: a part of the economy, a lender, an institution. */
  readonly group: string;
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly about: string;
  readonly source: string;
  /** Where the value comes from: our assumption, a fit to evidence, a cited source, or the scenario's own choice. */
  readonly origin: ReturnType<typeof originOf>;
}

/** All numbers of a run: the economy's, the lenders', the institutions'. */
export function assumptionsOf({ scenario, institutions }: StoredRun): Assumption[] {
  const economy: Readonly<Record<string, Readonly<Record<string, unknown>>>> = scenario.economy;
  return [
    ...Object.entries(economyParameters).flatMap(([group, table]) =>
      rowsOf(`economy: ${group}`, table, economy[group] ?? {}),
    ),
    ...scenario.lenders.flatMap((lender) =>
      rowsOf(`lender: ${lender.id}`, lenderParameters, { ...lender }),
    ),
    ...scenario.institutions.flatMap(({ id, label, values }) =>
      rowsOf(label, institutions.get(id)?.parameters ?? {}, values),
    ),
  ];
}

function rowsOf(
  group: string,
  table: ParameterTable,
  values: Readonly<Record<string, unknown>>,
): Assumption[] {
  return Object.entries(table).map(([name, parameter]) => {
    const value = values[name] ?? parameter.default;
    const { unit, about, source } = parameter;
    return {
      group,
      name,
      value: write(value),
      unit,
      about,
      source,
      origin: originOf(parameter, value),
    };
  });
}

function write(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value).replace('-', '−');
}
