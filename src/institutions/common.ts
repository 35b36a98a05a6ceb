import { real, whole, type PlausibleRange, type ValuesOf, withPlausible } from '../parameters.ts';
import type { Rules } from './institution.ts';

/** An institution's own default for a number, and where it comes from. */
export type Sourced = readonly [value: number, source: string];

const absent: Sourced = [0, 'assumption: none unless a scenario sets it'];
const sevenYears: Sourced = [28, 'assumption: as long as negative data in the United States, so that a benchmark differs from the market-led system in who shares, not for how long'];

const benchmark = {
  retentionNegative: sevenYears,
  retentionPositive: sevenYears,
  lag: absent,
  threshold: absent,
  falseDefault: absent,
  missedDefault: absent,
  standardsGap: absent,
  fee: absent,
  perks: absent,
  costPerReport: absent,
};

/** Where these numbers may well lie, unless law says where they are. Lag and retention together stay within what records hold. */
const plausible: Readonly<Record<keyof typeof benchmark, PlausibleRange>> = {
  retentionNegative: [4, 28, 'a year to seven years, the longest in the laws that we cite'],
  retentionPositive: [4, 28, 'a year to seven years, the longest in the laws that we cite'],
  lag: [0, 2, 'at once to half a year'],
  threshold: [0, 0.5, 'all loans to those of half the mean and more'],
  falseDefault: [0, 0.03, 'none to one record in thirty'],
  missedDefault: [0, 0.1, 'none to one default in ten'],
  standardsGap: [0, 0.1, 'none to one record in ten'],
  fee: [0, 0.005, 'nothing to half a per cent of a loan'],
  perks: [0, 0.3, 'nothing to a third of a mean loan'],
  costPerReport: [0, 0.005, 'nothing to half a per cent of a loan'],
};

/** A number that every institution has, so that a scenario can set it for all of them at once. */
export type RecordColumn = keyof typeof benchmark;

/** Whether a parameter of this name is one that every institution has. */
export const isRecordColumn = (name: string): name is RecordColumn => Object.hasOwn(benchmark, name);

/** Passports of the numbers that every institution has; the ones not given are those of a benchmark. */
export function recordParameters(own: Partial<Readonly<Record<RecordColumn, Sourced>>> = {}) {
  const defaults: Record<RecordColumn, Sourced> = { ...benchmark, ...own };
  const number = (column: RecordColumn, make: typeof real, range: readonly [number, number], unit: string, about: string) => make(defaults[column][0], range, unit, { about, source: defaults[column][1] });
  const table = {
    retentionNegative: number('retentionNegative', whole, [0, 31], 'quarters', 'how long a default stays readable, 0 = never; lag + retention ≤ 31'),
    retentionPositive: number('retentionPositive', whole, [0, 31], 'quarters', 'how long a repaid loan stays readable, 0 = never; lag + retention ≤ 31'),
    lag: number('lag', whole, [0, 30], 'quarters', 'time until a record becomes readable'),
    threshold: number('threshold', real, [0, 100], 'mean loans', 'loans smaller than this are not reported'),
    falseDefault: number('falseDefault', real, [0, 1], 'share', 'chance that a repaid loan is on file as a default'),
    missedDefault: number('missedDefault', real, [0, 1], 'share', 'chance that a default is on file as repaid'),
    standardsGap: number('standardsGap', real, [0, 1], 'share', 'chance that a record reads wrong when it crosses from one kind of lender to another'),
    fee: number('fee', real, [0, 1], 'mean loans a loan', 'what a lender pays for the report on a loan that it grants'),
    perks: number('perks', real, [0, 5], 'mean loans an event', 'what a good record buys outside credit; lost for good in default'),
    costPerReport: number('costPerReport', real, [0, 1], 'mean loans a loan', 'what the report on a granted loan costs the institution'),
  };
  return withPlausible(table, plausible);
}

/** Values of the numbers that every institution has. */
export type RecordValues = ValuesOf<ReturnType<typeof recordParameters>>;

/** The part of the rules that is plain bookkeeping: what is kept, its errors, perks and running cost. */
export function recordRules(p: RecordValues): Pick<Rules, 'records' | 'errors' | 'perks' | 'costPerReport'> {
  const { retentionNegative, retentionPositive, lag, threshold } = p;
  const { falseDefault, missedDefault, standardsGap, perks, costPerReport } = p;
  return {
    records: { retentionNegative, retentionPositive, lag, threshold },
    errors: { falseDefault, missedDefault, standardsGap },
    perks,
    costPerReport,
  };
}
