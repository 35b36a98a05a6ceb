import { valueSchema, show } from '../values.ts';
import { didYouMean } from '../../suggest.ts';
import type { FactorValue } from '../design-types.ts';
import { quarterName, quarterOf } from '../phases/calendar.ts';
import type { Calendar } from './phase-settings.ts';
import type { Setting } from './settings.ts';

/** What is wrong with a value for a setting, as text: message, then a line for the hint. Undefined if nothing is. */
export function valueProblem(
  setting: Setting,
  value: unknown,
  lenders: readonly string[],
): string | undefined {
  const { parameter, words, unfit = {}, about, calendar } = setting;
  if (calendar && isDate(value)) return whyNoQuarter(value, calendar);
  if (parameter) {
    const result = valueSchema(parameter).safeParse(value);
    return result.success ? undefined : result.error.issues[0]?.message;
  }
  if (words) {
    if (typeof value === 'string' && words.includes(value)) return unfit[value];
    const isFile = setting.target.of === 'use' && String(value).startsWith('.');
    if (isFile) return `${show(value)} cannot come to stand there\n${modulesStay}`;
    return `${show(value)} is not allowed\n${didYouMean(String(value), words)}`;
  }
  if (typeof value === 'number' && value >= 0 && value <= 1) return undefined;
  if (Array.isArray(value)) {
    const stranger = value.find((id) => !lenders.includes(String(id)));
    if (stranger === undefined) return undefined;
    return `no lender "${stranger}"\n${didYouMean(String(stranger), lenders)}`;
  }
  return `expected a share (0..1) or a list of lender ids, got ${show(value)}\n${about}`;
}

/** Why no design moves a user's module. */
export const modulesStay =
  'results keep the modules that their scenario names as institutions: write each there, beside the others';

const isDate = (value: unknown): value is string =>
  typeof value === 'string' && quarterName.test(value);

function whyNoQuarter(date: string, { start }: Calendar): string {
  if (start !== undefined) return `${date} lies before the start, ${start}`;
  return `"${date}" is a date, and this scenario has no calendar\nwrite start: and the date of the first counted quarter, as 2015-Q1, or the number of a quarter`;
}

/** What is given for a setting, a value, a list or a range, with quarters of the run in place of dates that lie in it. */
export function undated(setting: Pick<Setting, 'calendar'>, given: unknown): unknown {
  const { start, burnIn = 0 } = setting.calendar ?? {};
  if (start === undefined) return given;
  if (Array.isArray(given)) return given.map((value) => undated(setting, value));
  if (isRange(given)) {
    return { ...given, from: undated(setting, given.from), to: undated(setting, given.to) };
  }
  if (!isDate(given)) return given;
  const quarter = quarterOf(given, start, burnIn);
  return quarter < burnIn ? given : quarter;
}

/** A value that `valueProblem` has nothing against. */
export function isFactorValue(value: unknown): value is FactorValue {
  if (Array.isArray(value)) return value.every((entry) => typeof entry === 'string');
  return ['number', 'boolean', 'string'].includes(typeof value);
}

/** A range as a file gives it. */
export interface ValueRange {
  readonly from: number;
  readonly to: number;
  readonly step?: number | undefined;
  readonly count?: number | undefined;
  readonly scale?: 'linear' | 'log' | undefined;
}

export const isRange = (value: unknown): value is ValueRange =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'from' in value;

/** What is wrong with a range, and at which of its keys. */
export function rangeProblem(
  setting: Setting,
  { from, to, scale, step, count }: ValueRange,
): { readonly key?: string; readonly text: string } | undefined {
  if (!setting.parameter || setting.parameter.kind === 'switch') {
    return { text: `${setting.key} has no range\nlist its values: [ … ]` };
  }
  for (const [key, end] of [
    ['from', from],
    ['to', to],
  ] as const) {
    const text = valueProblem(setting, end, []);
    if (text !== undefined) return { key, text };
  }
  if (!(from < to)) return { key: 'to', text: `from ${from} to ${to} is no range\nfrom < to` };
  if (scale === 'log' && from <= 0) {
    return { key: 'from', text: `a range of logarithms begins above 0, not at ${from}` };
  }
  if (scale === 'log' && step !== undefined) {
    return { key: 'step', text: 'steps of equal ratio are counted\nwrite count in place of step' };
  }
  if (step !== undefined && count !== undefined) {
    return { key: 'count', text: 'stands beside step\nkeep one of the two' };
  }
  return undefined;
}

/** Most values that one range may have: a slip of the finger (step: 0.000001) must not fill the memory. */
const mostValues = 100_000;

/** The values of a range, both ends among them where the step allows; a text where it cannot be told which. */
export function valuesOfRange(setting: Setting, range: ValueRange): number[] | string {
  const { from, to, scale } = range;
  const whole = setting.parameter?.kind === 'integer';
  const step = range.step ?? (whole && range.count === undefined ? 1 : undefined);
  if (step === undefined && range.count === undefined) {
    return 'from and to alone leave open which values are meant\nadd step, or count';
  }
  // Half a step in a million, so that 0 to 1 by 0.1 has its last value.
  const count = step === undefined ? (range.count ?? 2) : Math.floor((to - from) / step + 1e-6) + 1;
  if (count > mostValues) return `${count.toLocaleString('en')} values\nat most ${mostValues}`;
  const values = Array.from({ length: count }, (_, i) => {
    if (step !== undefined) return short(from + i * step);
    if (i === count - 1) return to;
    const part = i / (count - 1);
    return short(scale === 'log' ? from * (to / from) ** part : from + part * (to - from));
  });
  const broken = whole ? values.find((value) => !Number.isInteger(value)) : undefined;
  if (broken !== undefined) {
    return `${broken} is not a whole number (${setting.parameter?.unit ?? ''})\nchoose another step or count`;
  }
  return values;
}

/** Without the dust of 0.1 + 0.2. */
const short = (x: number) => Number(x.toPrecision(12));

/** Notes a problem at a place: message and, after a line feed, the hint. */
export type Note = (path: readonly PropertyKey[], text: string) => void;
