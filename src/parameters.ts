/** Where a number that nobody knows may well lie, inside what is allowed. Designs draw from it. */
interface Plausible {
  readonly low: number;
  readonly high: number;
  /** Draws are even in its logarithm; without it in the number itself. */
  readonly scale?: 'log';
  /** On what grounds. */
  readonly reason: string;
}

/**
 * Every number has a passport: its unit, range, default, meaning and source travel with it.
 *
 * `source` is a citation, or begins with `assumption:` where the number is ours.
 */
export interface NumberParameter {
  readonly kind: 'number' | 'integer';
  readonly default: number;
  readonly unit: string;
  /** Smallest allowed value (included). */
  readonly min: number;
  /** Largest allowed value (included). */
  readonly max: number;
  readonly about: string;
  readonly source: string;
  readonly plausible?: Plausible;
}

/** A switch with a passport. */
export interface SwitchParameter {
  readonly kind: 'switch';
  readonly default: boolean;
  readonly unit: 'yes or no';
  readonly about: string;
  readonly source: string;
  /** Why both may well be. */
  readonly plausible?: Pick<Plausible, 'reason'>;
}

export type Parameter = NumberParameter | SwitchParameter;

/** A group of parameters by name, e.g. `hazard` → { base, capacity, … }. */
export type ParameterTable = Readonly<Record<string, Parameter>>;

/** The plain values that go with a table of passports. */
export type ValuesOf<T extends ParameterTable> = {
  readonly [P in keyof T]: T[P] extends SwitchParameter ? boolean : number;
};

type ParameterPassport = Omit<NumberParameter, 'kind' | 'default' | 'unit' | 'min' | 'max'>;

/** A real-valued parameter: `real(default, [min, max], unit, passport)`. */
export function real(
  value: number,
  range: readonly [number, number],
  unit: string,
  passport: ParameterPassport,
): NumberParameter {
  return { kind: 'number', default: value, min: range[0], max: range[1], unit, ...passport };
}

/** A whole-number parameter: `whole(default, [min, max], unit, passport)`. */
export function whole(
  value: number,
  range: readonly [number, number],
  unit: string,
  passport: ParameterPassport,
): NumberParameter {
  return { kind: 'integer', default: value, min: range[0], max: range[1], unit, ...passport };
}

/** A yes-or-no parameter. */
export function toggle(
  value: boolean,
  passport: Omit<SwitchParameter, 'kind' | 'default' | 'unit'>,
): SwitchParameter {
  return { kind: 'switch', default: value, unit: 'yes or no', ...passport };
}

/** The defaults of a table, as plain values. */
export function defaultsOf<T extends ParameterTable>(table: T): ValuesOf<T> {
  const values: Record<string, number | boolean> = {};
  for (const [name, parameter] of Object.entries(table)) values[name] = parameter.default;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one value of its kind per parameter, as the loop makes them
  return values as ValuesOf<T>;
}

/** A plausible range as lists of them write it. */
export type PlausibleRange = readonly [low: number, high: number, reason: string, scale?: 'log'];

/** A table whose passports say where their numbers may well lie. */
export function withPlausible<T extends ParameterTable>(
  table: T,
  ranges: Readonly<Partial<Record<keyof T, PlausibleRange>>>,
): T {
  const entries = Object.entries(table).map(([name, parameter]) => {
    const range = ranges[name];
    if (!range) return [name, parameter];
    const [low, high, reason, scale] = range;
    const plausible = scale ? { low, high, scale, reason } : { low, high, reason };
    return [name, { ...parameter, plausible }];
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same names, each with its passport
  return Object.fromEntries(entries) as T;
}
