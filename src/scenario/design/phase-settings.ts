import { economyParameters } from '../../engine/index.ts';
import type { Parameter, ParameterTable } from '../../parameters.ts';
import type { Factor, FactorValue, Target } from '../design-types.ts';
import { phaseParameters } from '../phases/phase-parameters.ts';
import type { InstitutionChoice, PhaseChoice } from '../scenario.ts';

/** Numbers of a phase itself. */
const acts = {
  backfill: phaseParameters.backfill,
  shock: phaseParameters.shock,
  awareness: economyParameters.behaviour.awareness,
  cap: economyParameters.pricing.cap,
} as const satisfies Readonly<Record<string, Parameter>>;

/** A number of a phase that can be set by its key. */
interface PhaseSetting extends Factor {
  readonly about: string;
  readonly parameter: Parameter;
  readonly value: unknown;
}

const isAct = (name: string): name is keyof typeof acts => Object.hasOwn(acts, name);

/**
 * Values of a reform's phases that can be set: `reform.phase-1.name`, a number that the phase gives, or one of the institution
 * that it makes.
 *
 * @param tableOf passports of the numbers of an institution, by its id
 */
export function ofPhases(
  { id, phases = [] }: InstitutionChoice,
  tableOf: (id: string) => ParameterTable,
): PhaseSetting[] {
  return phases.flatMap((phase, k): PhaseSetting[] => {
    const begin = `${id}.phase-${k + 1}`;
    const target = { of: 'phases', id, phase: k } as const;
    const given = Object.keys(acts)
      .filter(isAct)
      .flatMap((name): PhaseSetting[] => {
        const value = phase[name];
        if (value === undefined) return [];
        const parameter = acts[name];
        return [
          {
            key: `${begin}.${name}`,
            target: { ...target, name },
            parameter,
            about: parameter.about,
            value,
          },
        ];
      });
    const { becomes } = phase;
    if (!becomes) return given;
    const values = Object.entries(tableOf(becomes.id)).map(([name, parameter]): PhaseSetting => {
      const usual = parameter.default;
      const value = becomes.values[name] ?? usual;
      return {
        key: `${begin}.${name}`,
        target: { ...target, name, usual },
        parameter,
        about: parameter.about,
        value,
      };
    });
    return [...given, ...values];
  });
}

/** A choice with a value of one of its phases set. */
export function withPhaseValue(
  choice: InstitutionChoice,
  { id, phase: number, name, usual }: Extract<Target, { of: 'phases' }>,
  value: FactorValue,
): InstitutionChoice {
  if (choice.id !== id) return choice;
  const set = typeof value === 'boolean' ? value : Number(value);
  const phases = choice.phases?.map((phase, k): PhaseChoice => {
    if (k !== number) return phase;
    if (usual === undefined) return { ...phase, [name]: set };
    const { becomes } = phase;
    if (!becomes) return phase;
    const { [name]: _, ...others } = becomes.values;
    const values = set === usual ? others : { ...others, [name]: set };
    return { ...phase, becomes: { ...becomes, values } };
  });
  return phases ? { ...choice, phases } : choice;
}

/**
 * What a reform becomes of the same institution follows a value of the institution without it, unless the phase says otherwise.
 *
 * @param before value under the institution until now, and `set` the new one; undefined where it is the usual one
 */
export function following(
  choice: InstitutionChoice,
  name: string,
  before: number | boolean | undefined,
  set: number | boolean | undefined,
): InstitutionChoice {
  const own = JSON.stringify(choice.from);
  const phases = choice.phases?.map((phase): PhaseChoice => {
    const { becomes } = phase;
    if (!becomes || JSON.stringify(becomes.from) !== own) return phase;
    if (becomes.values[name] !== before) return phase;
    const { [name]: _, ...others } = becomes.values;
    const values = set === undefined ? others : { ...others, [name]: set };
    return { ...phase, becomes: { ...becomes, values } };
  });
  return phases ? { ...choice, phases } : choice;
}
