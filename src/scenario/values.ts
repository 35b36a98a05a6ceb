import { z } from 'zod';
import { numberHint } from '../text/meant-number.ts';
import { cut } from '../text/odd-signs.ts';
import type { NumberParameter, Parameter, ParameterTable, SwitchParameter } from '../parameters.ts';

/**
 * The zod schema of one parameter, made from its passport. Messages say what was received and what is
 * allowed; the line after the first is the hint (see problems.ts).
 */
export function valueSchema(parameter: Parameter): z.ZodType<number | boolean> {
  return parameter.kind === 'switch' ? switchSchema(parameter) : numberSchema(parameter);
}

/** An object of parameters, any of which may be left out; other keys are refused. */
export function tableSchema(table: ParameterTable) {
  const shape = Object.entries(table).map(
    ([name, parameter]) => [name, valueSchema(parameter).optional()] as const,
  );
  return z.strictObject(Object.fromEntries(shape));
}

/** A number from its passport. */
export function numberSchema(parameter: NumberParameter): z.ZodType<number> {
  const { kind, min, max, unit, about } = parameter;
  const error = ({ input }: { readonly input?: unknown }) => {
    if (input === undefined) return `missing\n${about}`;
    return typeof input === 'number'
      ? `${complaint(parameter, input)}\n${about}`
      : `expected a number (${unit}), got ${show(input)}\n${(typeof input === 'string' && numberHint(input)) || about}`;
  };
  const number = kind === 'integer' ? z.int({ error }) : z.number({ error });
  return number.min(min, { error }).max(max, { error }).meta(description(parameter));
}

function switchSchema(parameter: SwitchParameter): z.ZodType<boolean> {
  const error = ({ input }: { readonly input?: unknown }) =>
    `expected true or false, got ${show(input)}\n${parameter.about}`;
  return z.boolean({ error }).meta(description(parameter));
}

function complaint({ kind, min, max, unit }: NumberParameter, value: number): string {
  if (kind === 'integer' && !Number.isInteger(value))
    return `${value} is not a whole number (${unit})`;
  return `${value} is outside ${min}..${max} (${unit})`;
}

/** What editors show while one writes: meaning, unit, default and source. */
function description({ about, unit, source, default: value }: Parameter) {
  return {
    description: `${about} (${unit}; default ${value}). Source: ${source}.`,
    default: value,
  };
}

/** A value as a message shows it. */
export function show(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') return `the text "${cut(value)}"`;
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'number' || typeof value === 'boolean' ? `${value}` : 'a group of keys';
}
