import { dictionary } from '../dictionary.ts';
import {
  enrolledBorrowers,
  type ExperimentSummaryRow,
  type ExperimentReading,
  type ReadingColumn,
} from '../experiments/index.ts';
import { decimalsFor, displayOf, fixed } from '../measures/index.ts';
import { halfWidth, tMultiplier } from '../math/interval.ts';
import type { Language } from '../language.ts';
import type { Scenario } from '../scenario/index.ts';
import type { TextColumn } from '../text/text-table.ts';

/** The words of table and legend that are those of every experiment. */
const words: Readonly<
  Record<
    Language,
    {
      readonly institution: string;
      readonly undefined: string;
      readonly single: string;
      readonly several: (replicates: number) => string;
      readonly without: string;
      readonly followed: (borrowers: string) => string;
      readonly held: string;
      /** Between two sentences. */
      readonly space: string;
    }
  >
> = {
  en: {
    institution: 'institution',
    undefined: 'not defined',
    single:
      'One replicate: ± is the regression’s own 95% interval where there is one; nothing else has an interval. For intervals over replicates: --replicates 20.',
    several: (replicates) => `± half of the 95% interval (Student's t, ${replicates} replicates).`,
    without: 'Not defined: no loans, or no such price.',
    followed: (borrowers) => `Trials follow the first ${borrowers} borrowers of each market.`,
    held: 'Experiments hold sanctions at the actual world’s, whatever the scenario says.',
    space: ' ',
  },
  zh: {
    institution: '征信模式',
    undefined: '无定义',
    single:
      '只有一次重复：± 为回归自身的 95% 区间（如有），其余没有区间。要得到多次重复的区间，用 --replicates 20。',
    several: (replicates) => `± 之后为 95% 置信区间的一半（t 分布，${replicates} 次重复）。`,
    without: '无定义：没有贷款，或没有这样的价格。',
    followed: (borrowers) => `试验只跟踪每个市场的前 ${borrowers} 名借款人。`,
    held: '无论情景如何规定，实验中的惩戒均保持实际世界的水平。',
    space: '',
  },
};

/** A regression over thousands of loans has as good as unlimited degrees of freedom. */
const manyDegrees = 10_000;

/** The table of an experiment: institutions in the scenario's order, mean ± half of the interval. */
export function experimentTable(
  { table, spoken }: ExperimentReading,
  scenario: Scenario,
  summary: readonly ExperimentSummaryRow[],
  language: Language = 'en',
): TextColumn[] {
  const say = words[spoken ? language : 'en'];
  const names: TextColumn = {
    head: [say.institution],
    cells: scenario.institutions.map(({ label }) => label),
    align: 'left',
  };
  return [
    names,
    ...table.map((column, k) =>
      columnOf({ ...column, ...spoken?.[language].columns[k] }, scenario, summary, say.undefined),
    ),
  ];
}

function columnOf(
  { head, unit, measure, world }: ReadingColumn,
  scenario: Scenario,
  summary: readonly ExperimentSummaryRow[],
  undefinedWord: string,
): TextColumn {
  const { factor } = displayOf(dictionary.passportOf(measure).unit);
  const rowOf = (institution: string, of: string) =>
    summary.find(
      (row) =>
        row.institution === institution &&
        row.world === world &&
        row.measure === of &&
        row.at === null,
    );
  const entries = scenario.institutions.map(({ id }) => {
    const row = rowOf(id, measure);
    if (row === undefined || row.n === 0) return { mean: NaN, half: NaN };
    // A single replicate has no interval of its own, but its regression may have one.
    const error = row.n === 1 ? (rowOf(id, `${measure}-error`)?.mean ?? NaN) : NaN;
    const half = row.n === 1 ? tMultiplier(manyDegrees) * error : halfWidth(row);
    return { mean: factor * row.mean, half: factor * half };
  });
  const halves = entries.map(({ half }) => half).filter((half) => half > 0);
  const middle = halves.toSorted((a, b) => a - b)[Math.floor(halves.length / 2)];
  const decimals = decimalsFor(middle, factor === 100 ? 1 : 4);
  return {
    head: unit === '' ? head : [...head, unit],
    cells: entries.map(({ mean, half }) => {
      if (Number.isNaN(mean)) return undefinedWord;
      const centre = fixed(mean, decimals);
      return Number.isNaN(half) ? centre : `${centre} ± ${fixed(half, decimals)}`;
    }),
    align: 'right',
  };
}

/** How the numbers of the table are to be read. */
export function experimentLegend(
  { legend, spoken }: ExperimentReading,
  scenario: Scenario,
  language: Language = 'en',
): string[] {
  const say = words[spoken ? language : 'en'];
  const { borrowers, replicates, sanctions } = scenario;
  const intervals = replicates < 2 ? say.single : say.several(replicates);
  const enrolled = enrolledBorrowers.toLocaleString('en');
  return [
    ...(spoken?.[language].legend ?? legend),
    intervals + say.space + say.without,
    ...(borrowers > enrolledBorrowers ? [say.followed(enrolled)] : []),
    ...(sanctions === 'relearned' ? [say.held] : []),
  ];
}
