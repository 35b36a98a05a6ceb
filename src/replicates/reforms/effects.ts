import { estimate, halfWidth, type Estimate } from '../../math/interval.ts';
import { mean } from '../../math/statistics.ts';
import type { Dictionary } from '../../measures/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { isOpen } from './facts.ts';
import { differencesIn, type ReformSeries } from './paths.ts';

/** Whether a path has come to rest: it has, it has not, or these replicates cannot tell. */
export type Rest = 'settled' | 'not-settled' | 'cannot-tell';

/** What a reform changes in one measure over a span of quarters (output file reforms.csv). */
export interface EffectRow extends Estimate {
  readonly reform: string;
  readonly without: string;
  readonly measure: string;
  readonly unit: string;
  /**
   * `before`, `phase-1` …: the mean over its quarters that count. `long-run`: over the last eight. `drift`: what the trend
   * over these adds from the first to the last. `transition`: Σ δ^s (long run − path), s quarters after the reform begins.
   * `discounted`: Σ δ^s path.
   */
  readonly span: string;
  readonly from: number;
  readonly to: number;
  /** Of the long run, and of what hangs on it; empty elsewhere. */
  readonly rest: Rest | '';
}

/** Quarters at the end of a run over which the long run is the mean. */
const longRunQuarters = 8;

/** Fewer replicates have intervals so wide that any trend hides in them. */
const leastReplicates = 8;

/** Drift over the last eight quarters that would not matter, by unit: a tenth of a percent of a loan, half a point. */
function negligible(unit: string): number {
  return /mean loan/.test(unit) ? 0.001 : 0.005;
}

/** All effects of all reforms. */
export function reformEffects(
  scenario: Scenario,
  series: readonly ReformSeries[],
  dictionary: Dictionary,
): EffectRow[] {
  return series.flatMap((one) => effectsOf(scenario, one, dictionary));
}

function effectsOf(
  { burnIn, quarters, economy }: Scenario,
  series: ReformSeries,
  { passportOf }: Dictionary,
): EffectRow[] {
  const { reform, measure } = series;
  const { unit } = passportOf(measure);
  const { term } = economy.loan;
  const delta = economy.behaviour.patience;
  const end = quarters - term + 1;
  const path = (quarter: number) => differencesIn(series, quarter);
  const row = (span: string, from: number, to: number, values: readonly number[]): EffectRow => ({
    ...{ reform: reform.id, without: reform.of, measure, unit, span, from, to, rest: '' },
    ...estimate(values),
  });
  const spans = [burnIn, ...reform.from, end].map((q) => Math.max(burnIn, Math.min(end, q)));
  const phases = spans.slice(0, -1).flatMap((from, k): EffectRow[] => {
    const within = range(from, spans[k + 1]).filter((q) => !isOpen(reform, q, term));
    if (within.length === 0) return [];
    const span = k === 0 ? 'before' : `phase-${k}`;
    return [row(span, from, spans[k + 1] - 1, meanOver(within.map(path)))];
  });
  const since = Math.max(reform.begins, burnIn);
  const after = range(since, end);
  const discount = (quarter: number) => wholePower(delta, quarter - since);
  const discounted = weighted(after.map(path), after.map(discount));
  const last = range(end - longRunQuarters, end);
  const total = after.length > 0 ? [row('discounted', since, end - 1, discounted)] : [];
  const lastPhase = reform.from[reform.from.length - 1];
  if (last[0] < Math.max(burnIn, lastPhase)) return [...phases, ...total];
  const levels = meanOver(last.map(path));
  const drifts = driftOver(last.map(path));
  const rest = restOf(estimate(levels), estimate(drifts), negligible(unit));
  const gap = levels.map((level, k) => level * sum(after.map(discount)) - discounted[k]);
  const long = (span: string, values: readonly number[], from: number) => ({
    ...row(span, from, end - 1, values),
    rest,
  });
  return [
    ...phases,
    long('long-run', levels, last[0]),
    long('drift', drifts, last[0]),
    long('transition', gap, since),
    ...total,
  ];
}

/**
 * A path has settled if its trend's interval covers zero and is narrow: no drift within it is as large as half of the effect
 * or, if that is larger, as what would not matter. With few replicates that cannot be told.
 */
export function restOf(level: Estimate, drift: Estimate, least: number): Rest {
  if (drift.low > 0 || drift.high < 0) return 'not-settled';
  const allowed = Math.max(Math.abs(level.mean) / 2, least);
  const known = drift.n >= leastReplicates && halfWidth(drift) <= allowed;
  return known || (drift.low === 0 && drift.high === 0) ? 'settled' : 'cannot-tell';
}

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** Mean over quarters, one a replicate; of the quarters in which it is defined. */
function meanOver(quarters: readonly (readonly number[])[]): number[] {
  return Array.from({ length: quarters[0]?.length ?? 0 }, (_, k) =>
    mean(quarters.map((values) => values[k]).filter((value) => !Number.isNaN(value))),
  );
}

/** Weighted sum over quarters, one a replicate; a quarter in which it is not defined counts nothing. */
function weighted(quarters: readonly (readonly number[])[], weights: readonly number[]): number[] {
  return Array.from({ length: quarters[0]?.length ?? 0 }, (_, k) =>
    sum(quarters.map((values, q) => (Number.isNaN(values[k]) ? 0 : weights[q] * values[k]))),
  );
}

/** What the least-squares line over quarters adds from the first to the last, one a replicate. */
function driftOver(quarters: readonly (readonly number[])[]): number[] {
  const n = quarters.length;
  const centre = (n - 1) / 2;
  const spread = sum(range(0, n).map((t) => (t - centre) * (t - centre)));
  return Array.from({ length: quarters[0]?.length ?? 0 }, (_, k) => {
    const slope = sum(quarters.map((values, t) => (t - centre) * values[k])) / spread;
    return (n - 1) * slope;
  });
}

function wholePower(base: number, exponent: number): number {
  let result = 1;
  for (let k = 0; k < exponent; k++) result *= base;
  return result;
}
