import type { SummaryRow } from '../measures/index.ts';
import { errorRate } from '../replicates/index.ts';
import { institutionName } from '../institution-names.ts';
import { inWords, type Language } from '../language.ts';
import type { Scenario } from '../scenario/index.ts';
import {
  alikeMark,
  headline,
  headlineColumn,
  headlineLegend,
  type HeadlineNumber,
  type Headline,
} from './headline.ts';
import type { TextColumn } from '../text/text-table.ts';

const none = { n: 0, mean: NaN, standardError: NaN, low: NaN, high: NaN };

/** The columns that compare the institutions of a run, in the scenario's order: mean ± half of the interval. */
export function comparison(
  scenario: Scenario,
  summary: readonly SummaryRow[],
  language: Language = 'en',
): TextColumn[] {
  const { institutions, reference } = scenario;
  const names: TextColumn = {
    head: [inWords(language, { en: 'institution', zh: '征信模式' })],
    cells: institutions.map((one) => {
      const name = institutionName(one, language);
      return one.id === reference ? `${name} *` : name;
    }),
    align: 'left',
  };
  const columns = headline
    .map((each) => [each, rowsOf(summary, each)] as const)
    .filter(([, rows]) => rows.length > 0)
    .map(([each, rows]) => {
      const entries = institutions.map(({ id }) => {
        const { upper } = each;
        const entry = entryOf(rows, id);
        if (upper === undefined) return entry;
        return { ...entry, upper: entryOf(rowsOf(summary, { ...each, measure: upper }), id) };
      });
      return headlineColumn(each, entries, language);
    });
  return [names, ...columns];
}

function entryOf(rows: readonly SummaryRow[], id: string): HeadlineNumber {
  const row = rows.find(({ institution }) => institution === id);
  return { value: row ?? none, alike: row !== undefined && row.adjustedP > errorRate };
}

/** What the legend says, by language. Gains over a thousand are of no interest: pairs of almost equal numbers. */
const words = {
  en: {
    noLoans:
      'No applications, none approved, no loans: what is counted over them has no value there.',
    oneReplicate: 'One replicate: no intervals, and nothing can be told apart from chance.',
    interval: (replicates: number, reference: string) =>
      `± half of the 95% interval (Student's t, ${replicates} replicates). * reference: ${reference}.`,
    cut: 'Where ± reaches below 0 or above 100%, the interval ends there.',
    alike: `${alikeMark} cannot be told apart from the reference (paired by seed; 5%, Holm over the institutions of the column).`,
    gain: (times: string | undefined) =>
      `Without pairing by seed, the median difference here would need ${times ?? 'over a thousand'} times the replicates.`,
  },
  zh: {
    noLoans: '无申请、无人获批、无贷款：以其为分母的指标在该处没有数值。',
    oneReplicate: '仅一次重复：没有置信区间，任何差异都不能排除偶然。',
    interval: (replicates: number, reference: string) =>
      `± 为 95% 置信区间的一半（t 分布置信区间，${replicates} 次重复）。* 为基准模式：${reference}。`,
    cut: '± 低于 0 或高于 100% 之处，区间以该端点为限。',
    alike: `${alikeMark} 与基准差异不显著（按种子配对；5%，在同列各征信模式间作 Holm 校正）。`,
    gain: (times: string | undefined) =>
      `若不按种子配对，此处的中位差异需要${times === undefined ? '一千倍以上' : ` ${times} 倍`}的重复次数。`,
  },
} as const;

/** What the reader of the table must know. */
export function legend(
  scenario: Scenario,
  summary: readonly SummaryRow[],
  language: Language = 'en',
): string[] {
  const { replicates, reference, institutions } = scenario;
  const say = words[language];
  const found = institutions.find(({ id }) => id === reference);
  const name = found === undefined ? reference : institutionName(found, language);
  const undefinedSome = headline.some((each) => rowsOf(summary, each).some(({ n }) => n === 0));
  const meaning = [
    ...headlineLegend(new Set(summary.map(({ measure }) => measure)), language),
    ...(undefinedSome ? [say.noLoans] : []),
  ];
  if (replicates < 2) {
    return [...meaning, say.oneReplicate];
  }
  const gain = medianGain(summary);
  return [
    ...meaning,
    say.interval(replicates, name),
    ...(headline.some((each) => rowsOf(summary, each).some(isCut)) ? [say.cut] : []),
    say.alike,
    ...(gain > 0 ? [say.gain(gain > 1000 ? undefined : String(Number(gain.toPrecision(2))))] : []),
  ];
}

/** Whether one side of an interval is shorter than the other, because the measure ends there. */
function isCut({ mean, low, high }: SummaryRow): boolean {
  return Math.abs(high - mean - (mean - low)) > 1e-9;
}

/** Median of what pairing saves over the differences of the table; NaN if there are none. */
function medianGain(summary: readonly SummaryRow[]): number {
  const gains = headline
    .flatMap((each) => rowsOf(summary, each).map((row) => row.pairingGain))
    .filter((gain) => !Number.isNaN(gain))
    .toSorted((a, b) => a - b);
  return gains[Math.floor(gains.length / 2)] ?? NaN;
}

function rowsOf(summary: readonly SummaryRow[], { world, measure }: Headline): SummaryRow[] {
  return summary.filter((row) => row.world === world && row.measure === measure);
}
