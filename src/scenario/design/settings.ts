import { economyParameters, lenderParameters } from '../../engine/index.ts';
import { lenderKindNames, recordParameters } from '../../institutions/index.ts';
import type { Parameter, ParameterTable } from '../../parameters.ts';
import { runParameters } from '../run-parameters.ts';
import type { Scenario } from '../scenario.ts';
import type { Factor } from '../design-types.ts';
import { ofPhases, type Calendar } from './phase-settings.ts';
import { ofUse } from './use-settings.ts';

/** A value that can be set by its key, and what it may be. */
export interface Setting extends Factor {
  readonly about: string;
  /** Of a number or a switch. */
  readonly parameter?: Parameter;
  /** Of a word: which words. */
  readonly words?: readonly string[];
  /** Of a quarter of the run: by what its dates are read. */
  readonly calendar?: Calendar;
  /** By word: why it does not fit here; message, then a line for the hint. */
  readonly unfit?: Readonly<Record<string, string>>;
  /** The value that the scenario gives it; of several lenders or institutions, that of the first. */
  readonly value: unknown;
}

/** What settings must know of a scenario. */
export type Settable = Pick<
  Scenario,
  | 'borrowers'
  | 'quarters'
  | 'burnIn'
  | 'start'
  | 'economy'
  | 'lenders'
  | 'institutions'
  | 'sanctions'
>;

/**
 * Every value of a scenario that can be set, varied or sampled, by its key, in the order of the record: size of the run,
 * `economy.group.name`, `everyLender.name`, `lender.name`, `everyInstitution.name`, `institution.name`, `institution.use`,
 * `reform.phase-1.name`.
 *
 * @param tableOf passports of the numbers of an institution, by its id
 */
export function settingsOf(
  scenario: Settable,
  tableOf: (id: string) => ParameterTable,
): Map<string, Setting> {
  const all = [
    ...ofRun(scenario),
    ...ofEconomy(scenario),
    ...ofLenders(scenario),
    ...ofInstitutions(scenario, tableOf),
  ];
  return new Map(all.map((setting) => [setting.key, setting]));
}

function ofRun({ borrowers, quarters, burnIn, sanctions }: Settable): Setting[] {
  const sizes = Object.entries({ borrowers, quarters, burnIn } as const).map(([name, value]) => {
    const key = name === 'borrowers' ? name : name === 'quarters' ? name : 'burnIn';
    const parameter = runParameters[key];
    return {
      key,
      target: { of: 'run', name: key },
      parameter,
      about: parameter.about,
      value,
    } as const;
  });
  const target = { of: 'run', name: 'sanctions' } as const;
  const about = 'what a default costs a reputation in the other worlds';
  const words = ['held', 'relearned'];
  return [...sizes, { key: 'sanctions', target, words, about, value: sanctions ?? 'held' }];
}

function ofEconomy({ economy }: Settable): Setting[] {
  const values: Readonly<Record<string, Readonly<Record<string, unknown>>>> = economy;
  return Object.entries(economyParameters).flatMap(([group, table]: [string, ParameterTable]) =>
    Object.entries(table).map(([name, parameter]): Setting => {
      const target = { of: 'economy', group, name } as const;
      const value = values[group]?.[name];
      return { key: `economy.${group}.${name}`, target, parameter, about: parameter.about, value };
    }),
  );
}

function ofLenders({ lenders }: Settable): Setting[] {
  const ids = lenders.map(({ id }) => id);
  const { share, ...costs } = lenderParameters;
  const valueOf = (id: string, name: string) => {
    const lender = lenders.find((one) => one.id === id);
    return lender && Reflect.get(lender, name);
  };
  const number = (owner: string, of: readonly string[], name: string, parameter: Parameter) => ({
    key: `${owner}.${name}`,
    target: { of: 'lenders', ids: of, name } as const,
    ...{ parameter, about: parameter.about, value: valueOf(of[0] ?? '', name) },
  });
  return [
    ...Object.entries(costs).map(([name, cost]) => number('everyLender', ids, name, cost)),
    ...ids.flatMap((id): Setting[] => [
      ...Object.entries({ share, ...costs }).map(([name, cost]) => number(id, [id], name, cost)),
      {
        key: `${id}.kind`,
        target: { of: 'lenders', ids: [id], name: 'kind' },
        ...{ words: lenderKindNames, about: 'kind of lender', value: valueOf(id, 'kind') },
      },
    ]),
  ];
}

function ofInstitutions(
  { institutions, ...calendar }: Settable,
  tableOf: (id: string) => ParameterTable,
): Setting[] {
  const number = (owner: string, ids: readonly string[], name: string): Setting => {
    const parameter = tableOf(ids[0])[name];
    const usual = Object.fromEntries(ids.map((id) => [id, tableOf(id)[name].default]));
    const value = institutions.find(({ id }) => id === ids[0])?.values[name] ?? usual[ids[0]];
    const target = { of: 'institutions', name, usual } as const;
    return { key: `${owner}.${name}`, target, parameter, about: parameter.about, value };
  };
  // A reform is what it reforms until its first phase: only its phases are its own.
  const unreformed = institutions.filter(({ reformOf }) => reformOf === undefined);
  const everyone = unreformed.map(({ id }) => id);
  const uses = ofUse(institutions);
  return [
    ...Object.keys(recordParameters()).flatMap((name) => {
      const owners = everyone.filter((id) => Object.hasOwn(tableOf(id), name));
      return owners.length === 0 ? [] : [number('everyInstitution', owners, name)];
    }),
    ...institutions.flatMap((choice) => [...uses(choice), ...ofPhases(choice, tableOf, calendar)]),
    ...unreformed.flatMap(({ id, participation }): Setting[] => [
      ...Object.keys(tableOf(id)).map((name) => number(id, [id], name)),
      {
        key: `${id}.participation`,
        target: { of: 'participation', id },
        about: 'which of the lenders that may contribute do: a share of them, or their ids',
        value: participation ?? 1,
      },
    ]),
  ];
}
