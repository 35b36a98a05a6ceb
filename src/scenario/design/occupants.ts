import { institutions as builtIn } from '../../institutions/registry.ts';
import type { ParameterTable } from '../../parameters.ts';
import { combinedInstitution } from '../institutions/combined.ts';
import { declaredInstitution } from '../institutions/declared.ts';
import { originsOf } from '../institutions/origins.ts';
import type { Becoming, InstitutionChoice, Origin } from '../scenario.ts';

/** What may come to stand in the place of an institution: its rules, and what the scenario says of it. */
export type Occupant = Pick<InstitutionChoice, 'from' | 'values' | 'participation'>;

/**
 * What may stand in the places of a scenario, by name: built-in institutions, and those of the scenario without reforms. A
 * user's module may not, since a folder of results keeps the modules of its institutions only.
 */
export function occupantsOf(choices: readonly InstitutionChoice[]): Occupants {
  const listed = lists.get(choices) ?? listOf(choices);
  lists.set(choices, listed);
  return listed;
}

type Occupants = Readonly<Record<string, Occupant>>;

/** All points of a design ask for the same. */
const lists = new WeakMap<readonly InstitutionChoice[], Occupants>();

function listOf(choices: readonly InstitutionChoice[]): Occupants {
  const own = choices.filter((one) => one.reformOf === undefined && !hasModule(one));
  return {
    ...Object.fromEntries(
      Object.keys(builtIn).map((id): [string, Occupant] => [
        id,
        { from: { kind: 'built-in', id }, values: {} },
      ]),
    ),
    ...Object.fromEntries(own.map((choice) => [choice.id, choice] as const)),
  };
}

export const hasModule = ({ from }: Pick<Becoming, 'from'>) =>
  originsOf(from).some(({ kind }) => kind === 'module');

/** What a number or a switch usually is, by its name. */
type Usual = Readonly<Record<string, number | boolean>>;

const known = new WeakMap<object, Usual>();

/** What the numbers of an institution usually are; undefined for one with a user's module, which is not known here. */
export function usualOf({ from }: Pick<Becoming, 'from'>): Usual | undefined {
  const earlier = known.get(from);
  if (earlier || hasModule({ from })) return earlier;
  const usual = Object.fromEntries(
    Object.entries(tableOf(from)).map(([name, { default: value }]) => [name, value]),
  );
  known.set(from, usual);
  return usual;
}

function tableOf(from: Becoming['from']): ParameterTable {
  if (from.kind !== 'combined') return institutionFrom(from).parameters;
  const tiers = from.tiers.map(({ name, from: origin }) => {
    return { name, institution: institutionFrom(origin) };
  });
  const [first, second, ...others] = tiers;
  return combinedInstitution('', '', [first, second, ...others]).parameters;
}

function institutionFrom(from: Origin) {
  if (from.kind === 'declared') return declaredInstitution('', from.columns);
  if (from.kind === 'built-in') return builtIn[from.id];
  throw new Error('a module has no table here');
}
