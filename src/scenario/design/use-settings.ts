import { institutions as builtIn } from '../../institutions/registry.ts';
import { didYouMean } from '../../suggest.ts';
import type { Factor, FactorValue, FactorTarget } from '../design-types.ts';
import type { Becoming, InstitutionChoice } from '../scenario.ts';
import { hasModule, occupantsOf, usualOf, type Occupant } from './occupants.ts';

/** Which institution stands in a place, as it can be set: `place.use`, or `reform.phase-1.use`. */
interface UseSetting extends Factor {
  readonly about: string;
  readonly words: readonly string[];
  /** By the name of what cannot stand there: why not; message, then a line for the hint. */
  readonly unfit: Readonly<Record<string, string>>;
  readonly value: string;
}

/** Which institution stands in the place of a choice, and which it becomes in its phases. */
export function ofUse(
  choices: readonly InstitutionChoice[],
): (choice: InstitutionChoice) => UseSetting[] {
  const occupants = occupantsOf(choices);
  const words = Object.keys(occupants);
  const setting = (key: string, at: { id: string; phase?: number }, now: Becoming): UseSetting => {
    const value = nameOf(now, words);
    const others = Object.entries(occupants).filter(([name]) => ![value, now.id].includes(name));
    const reasons = others.flatMap(([name, occupant]) => {
      const why =
        (at.phase === undefined ? whyKept(now, choices, occupant) : undefined) ??
        whyUnfit(now, name, occupant);
      return why === undefined ? [] : [[name, why] as const];
    });
    return {
      ...{ key, target: { of: 'use', ...at }, words, value, unfit: Object.fromEntries(reasons) },
      about: 'which institution stands there',
    };
  };
  return (choice) => {
    const { id, reformOf, phases = [] } = choice;
    const isPlace = reformOf === undefined && !hasModule(choice);
    return [
      ...(isPlace ? [setting(`${id}.use`, { id }, choice)] : []),
      ...phases.flatMap(({ becomes }, phase) =>
        becomes ? [setting(`${id}.phase-${phase + 1}.use`, { id, phase }, becomes)] : [],
      ),
    ];
  };
}

/** What stands in a place before anything is set. */
function nameOf({ id, from }: Becoming, words: readonly string[]): string {
  if (from.kind === 'built-in') return from.id;
  return words.includes(id) ? id : 'another';
}

/** Why the institution in a place must stay. */
function whyKept(
  { id, from }: Becoming,
  choices: readonly InstitutionChoice[],
  occupant: Occupant,
): string | undefined {
  const same = JSON.stringify(from);
  if (Object.hasOwn(builtIn, id) && JSON.stringify(occupant.from) !== same) {
    return `"${id}" is the name of a built-in institution: no other can stand under it\ngive the place a name of its own with as:`;
  }
  const reform = choices.find(
    ({ reformOf, phases = [] }) =>
      reformOf === id && phases.some(({ becomes }) => JSON.stringify(becomes?.from) === same),
  );
  if (reform === undefined) return undefined;
  return `"${reform.id}" changes values of what stands there\nvary what a phase becomes: ${reform.id}.phase-1.use`;
}

/** Why an institution cannot stand in a place. */
function whyUnfit({ values }: Becoming, name: string, occupant: Occupant): string | undefined {
  const usual = usualOf(occupant) ?? {};
  const strange = Object.keys(values).find((key) => !Object.hasOwn(usual, key));
  if (strange === undefined) return undefined;
  return `the place sets ${strange}, and "${name}" has no such value\n${didYouMean(strange, Object.keys(usual))}`;
}

/**
 * A choice with another institution in its place. What the place itself sets differently from the usual holds for whatever
 * stands there.
 *
 * @param choices of the scenario before anything is set
 */
export function withUse(
  choice: InstitutionChoice,
  { id, phase }: Extract<FactorTarget, { of: 'use' }>,
  value: FactorValue,
  choices: readonly InstitutionChoice[],
): InstitutionChoice {
  const { reformOf: own = choice.id } = choice;
  if ((phase === undefined ? own : choice.id) !== id) return choice;
  const name = String(value);
  const occupants = occupantsOf(choices);
  if (!Object.hasOwn(occupants, name)) throw new Error(`"${name}" is not of this scenario`);
  const occupant = occupants[name];
  if (phase === undefined) return { ...choice, ...placed(choice, occupant) };
  const phases = choice.phases?.map((one, k) =>
    k === phase && one.becomes
      ? { ...one, becomes: { ...one.becomes, ...placed(one.becomes, occupant) } }
      : one,
  );
  return phases ? { ...choice, phases } : choice;
}

function placed({ values, participation }: Becoming, occupant: Occupant): Occupant {
  const usual = usualOf(occupant) ?? {};
  const all = Object.entries({ ...occupant.values, ...values });
  const takesPart = participation ?? occupant.participation;
  return {
    from: occupant.from,
    values: Object.fromEntries(all.filter(([name, set]) => set !== usual[name])),
    ...(takesPart !== undefined && { participation: takesPart }),
  };
}
