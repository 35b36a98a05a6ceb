import type { Estimate } from '../../math/interval.ts';
import type { SummaryRow } from '../../measures/index.ts';
import type { ChartInputs, Cells, Missing } from '../chart.ts';
import { institutionName } from '../../institution-names.ts';
import { inWords, type Language, type Words } from '../../language.ts';
import { percent } from './words.ts';

/** An estimate of one institution, as charts draw it: null where it is not defined. */
export interface InstitutionEstimate extends Cells {
  readonly institution: string;
  readonly label: string;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Replicates with a defined value. */
  readonly replicates: number;
}

/** A number for JSON, where NaN does not exist. */
export function cell(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** One measure over institutions, in scenario order; those without a summary row are left out. */
export function estimates(
  inputs: ChartInputs,
  measure: string,
  world = 'actual',
): InstitutionEstimate[] {
  return inputs.scenario.institutions.flatMap(({ id, label }) => {
    const row = inputs.summary.find(
      (one) => one.institution === id && one.measure === measure && one.world === world,
    );
    return row === undefined ? [] : [institutionEstimate(id, label, row)];
  });
}

/** The estimate as a record of a chart. */
export function institutionEstimate(
  institution: string,
  label: string,
  from: Pick<SummaryRow, 'mean' | 'low' | 'high' | 'n'> | Estimate,
): InstitutionEstimate {
  return {
    institution,
    label,
    mean: cell(from.mean),
    low: cell(from.low),
    high: cell(from.high),
    replicates: from.n,
  };
}

/** Values of one measure by replicate, of one institution and world; NaN where there is none. */
export function replicateValues(
  inputs: ChartInputs,
  institution: string,
  measure: string,
  world: string,
): number[] {
  const values: number[] = Array.from({ length: inputs.scenario.replicates }, () => NaN);
  for (const row of inputs.rows)
    if (
      row.quarter === null &&
      row.measure === measure &&
      row.institution === institution &&
      row.world === world
    )
      values[row.replicate] = row.value;
  return values;
}

/** Largest first; what is not defined last; ties in the order given. */
export function descending<T>(rows: readonly T[], by: (row: T) => number | null): T[] {
  return rows.toSorted((a, b) => (by(b) ?? -Infinity) - (by(a) ?? -Infinity) || 0);
}

/** The rows that have a mean. */
export function defined<T extends { readonly mean: number | null }>(
  rows: readonly T[],
): (T & { readonly mean: number })[] {
  return rows.filter((row): row is T & { readonly mean: number } => row.mean !== null);
}

/** `17.7% (17.1–18.3%)`, or without an interval where there is none. */
export function interval(
  row: { readonly mean: number | null; readonly low: number | null; readonly high: number | null },
  write: (value: number) => string = percent,
): string {
  const centre = write(row.mean ?? NaN);
  if (row.low === null || row.high === null) return centre;
  return `${centre} (${write(row.low)} – ${write(row.high)})`;
}

/**
 * How sure the numbers are: the sentence that every caption ends with.
 *
 * @param bars whether intervals are drawn
 */
export function certainty(inputs: ChartInputs, language: Language, bars = true): string {
  const { id, seed, replicates, borrowers } = inputs.scenario;
  const people = borrowers.toLocaleString('en');
  const from = inWords(language, {
    en: `Scenario ${id}, seed ${seed}, ${people} borrowers.`,
    zh: `情景 ${id}，种子 ${seed}，${people} 名借款人。`,
  });
  const spread =
    replicates < 2
      ? { en: 'One replicate, so no interval can be given.', zh: '仅一次重复，无法给出置信区间。' }
      : {
          en: `Means over ${replicates} replicates${bars ? '; bars are 95% intervals (Student’s t)' : ''}.`,
          zh: `为 ${replicates} 次重复的均值${bars ? '；误差线为 95% t 分布置信区间' : ''}。`,
        };
  return inWords(language, { en: `${spread.en} ${from}`, zh: spread.zh + from });
}

/** What brings the rows of a run. */
export const runAgain: Words = { en: 'Run the scenario again.', zh: '请重新运行情景。' };

/** What brings the rows of an experiment. */
export function runIt(experiment: string): Words {
  return {
    en: `Run it with: creditlab experiment ${experiment}.`,
    zh: `请先运行：creditlab experiment ${experiment}。`,
  };
}

/** Reason: the results hold no such rows. */
export function lacks(what: Words, remedy: Words): Missing {
  return {
    missing: {
      en: `These results hold no ${what.en}. ${remedy.en}`,
      zh: `结果中没有${what.zh}。${remedy.zh}`,
    },
  };
}

/** The name of a row's institution, in a sentence. */
export function nameInSentence(
  row: { readonly institution: string; readonly label: string },
  language: Language,
): string {
  return institutionName({ id: row.institution, label: row.label }, language);
}
