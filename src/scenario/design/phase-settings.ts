import { economyParameters } from '../../engine/index.ts';
import type { Parameter, ParameterTable } from '../../parameters.ts';
import type { Factor, FactorValue, FactorTarget } from '../design-types.ts';
import { erasureParameters, phaseParameters, phaseTimes } from '../phases/phase-parameters.ts';
import type { InstitutionChoice, PhaseChoice, Scenario } from '../scenario.ts';
import { usualOf } from './occupants.ts';

/** What a phase says of itself in numbers and switches. */
const acts = {
  from: phaseTimes.from,
  shock: phaseParameters.shock,
  awareness: economyParameters.behaviour.awareness,
  cap: economyParameters.pricing.cap,
} as const satisfies ParameterTable;

/** What it says of how it goes from one institution to another. */
const passage = {
  announced: phaseTimes.announced,
  backfill: phaseParameters.backfill,
  told: phaseTimes.told,
} as const satisfies ParameterTable;

/** A value of a phase that can be set by its key. */
interface PhaseSetting extends Factor {
  readonly about: string;
  readonly parameter?: Parameter;
  readonly words?: readonly string[];
  readonly value: unknown;
  readonly calendar?: Calendar;
}

/** What the dates of a scenario hang on. */
export type Calendar = Pick<Scenario, 'burnIn' | 'start'>;

/**
 * Values of a reform's phases that can be set: `reform.phase-1.name`, what the phase says of itself, or a number of the
 * institution that it makes.
 *
 * @param tableOf passports of the numbers of an institution, by its id
 * @param calendar of the scenario
 */
export function ofPhases(
  { id, phases = [] }: InstitutionChoice,
  tableOf: (id: string) => ParameterTable,
  { burnIn, start }: Calendar,
): PhaseSetting[] {
  const calendar = { burnIn, ...(start !== undefined && { start }) };
  return phases.flatMap((phase, k): PhaseSetting[] => {
    const begin = `${id}.phase-${k + 1}`;
    const target = (name: string) => ({ of: 'phases', id, phase: k, name }) as const;
    const said = (table: ParameterTable) =>
      Object.entries(table).map(([name, parameter]): PhaseSetting => {
        const value: unknown = Reflect.get(phase, name) ?? unsaid(phase, name);
        const { about } = parameter;
        const isQuarter = name === 'from' || name === 'announced';
        return {
          ...{ key: `${begin}.${name}`, target: target(name), parameter, about, value },
          ...(isQuarter && { calendar }),
        };
      });
    const { becomes } = phase;
    const alone = [...said(acts), ...ofErasure(begin, target, phase)];
    if (!becomes) return alone;
    const values = Object.entries(tableOf(becomes.id)).map(([name, parameter]): PhaseSetting => {
      const usual = parameter.default;
      return {
        key: `${begin}.${name}`,
        target: { ...target(name), usual },
        ...{ parameter, about: parameter.about, value: becomes.values[name] ?? usual },
      };
    });
    return [
      ...alone,
      ...said(passage),
      {
        ...{ key: `${begin}.leavers`, target: target('leavers'), words: ['gone', 'fade'] },
        about: 'what becomes of records of lenders that leave',
        value: phase.leavers ?? 'gone',
      },
      {
        ...{ key: `${begin}.participation`, target: target('participation') },
        about: 'which of the lenders that may contribute do: a share of them, or their ids',
        value: becomes.participation ?? 1,
      },
      ...values,
    ];
  });
}

/** Whose defaults a phase strikes off the shared files: nobody's, those whom the file names, or all. */
function ofErasure(
  begin: string,
  target: (name: string) => Factor['target'],
  { erase }: PhaseChoice,
): PhaseSetting[] {
  const isOfSome = erase?.incomeFifths !== undefined || erase?.atMost !== undefined;
  const whether = {
    ...{ key: `${begin}.erase`, target: target('erase') },
    words: ['none', 'all', ...(isOfSome ? ['some'] : [])],
    about: 'whose defaults are struck off the shared files: some are those whom the phase names',
    value: erase === undefined ? 'none' : isOfSome ? 'some' : 'all',
  };
  if (erase === undefined) return [whether];
  const parameter = erasureParameters.atMost;
  const most = { key: `${begin}.erase.atMost`, target: target('erase.atMost'), parameter };
  return [whether, { ...most, about: parameter.about, value: erase.atMost }];
}

/** What holds of a phase that says nothing; undefined where it then stays as it was before. */
function unsaid({ from }: PhaseChoice, name: string): FactorValue | undefined {
  if (name === 'announced') return from;
  if (name === 'leavers') return 'gone';
  if (name === 'told') return false;
  return name === 'backfill' || name === 'shock' ? 0 : undefined;
}

/** A choice with a value of one of its phases set. */
export function withPhaseValue(
  choice: InstitutionChoice,
  { id, phase: number, name, usual }: Extract<FactorTarget, { of: 'phases' }>,
  value: FactorValue,
): InstitutionChoice {
  if (choice.id !== id) return choice;
  const phases = choice.phases?.map((phase, k): PhaseChoice => {
    if (k !== number) return phase;
    const { becomes } = phase;
    if (name === 'erase' || name === 'erase.atMost') return withErasure(phase, name, value);
    if (usual === undefined && name !== 'participation') return withAct(phase, name, value);
    if (!becomes) return phase;
    if (usual === undefined) {
      const participation = typeof value === 'object' ? value.toSorted() : Number(value);
      return { ...phase, becomes: { ...becomes, participation } };
    }
    const there = usualOf(becomes) ?? { [name]: usual };
    if (!Object.hasOwn(there, name)) return phase;
    const set = typeof value === 'boolean' ? value : Number(value);
    const { [name]: _, ...others } = becomes.values;
    const values = set === there[name] ? others : { ...others, [name]: set };
    return { ...phase, becomes: { ...becomes, values } };
  });
  return phases ? { ...choice, phases } : choice;
}

/** Who has no more than so many is asked only where somebody's defaults are struck. */
function withErasure(
  { erase, ...phase }: PhaseChoice,
  name: 'erase' | 'erase.atMost',
  value: FactorValue,
): PhaseChoice {
  if (name === 'erase.atMost') {
    return erase ? { ...phase, erase: { ...erase, atMost: Number(value) } } : phase;
  }
  if (value === 'none') return phase;
  return value === 'some' && erase ? { ...phase, erase } : { ...phase, erase: {} };
}

/** A value that would hold anyway is not written down, so that saying it changes no result. */
function withAct(phase: PhaseChoice, name: string, value: FactorValue): PhaseChoice {
  const { [name]: _, ...others }: Readonly<Record<string, unknown>> = { ...phase };
  const next = value === unsaid(phase, name) ? others : { ...others, [name]: value };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same keys, each with a value of its kind
  return next as unknown as PhaseChoice;
}

/** What in a course of phases cannot be together; message and hint. */
export function phasesContradict(
  { id, phases = [] }: InstitutionChoice,
  quarters: number,
): string | undefined {
  let before = -1;
  for (const [k, { from, announced = from }] of phases.entries()) {
    const name = `${id}.phase-${k + 1}`;
    if (from >= quarters) {
      return `${name} begins in quarter ${from}, which never comes\nthe run ends with quarter ${quarters - 1}`;
    }
    if (Math.min(from, announced) <= before) {
      return `${name} begins or is announced no later than the phase before it (${before})\nphases follow each other`;
    }
    if (announced > from) {
      return `${name} is announced in quarter ${announced} and begins in ${from}\nannounced: at most from`;
    }
    before = from;
  }
  return undefined;
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
