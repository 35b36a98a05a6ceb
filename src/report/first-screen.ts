import { headingOf, settlingTitle, theme } from '../charts/index.ts';
import { sentenceDecimals } from '../findings/index.ts';
import { institutionName } from '../institution-names.ts';
import { marks, type Language } from '../language.ts';
import { fixed } from '../measures/index.ts';
import type { Report } from './report.ts';
import { economyWords } from './stamp.ts';

/** One number of the first screen, with what it is of. */
interface KeyNumber {
  readonly value: string;
  readonly unit: string;
  readonly of: string;
}

/** What a reader sees before anything else: one sentence, one caveat, three numbers; the picture is that of welfare. */
export interface FirstScreen {
  readonly sentence: string;
  /** What it is, of what economy, with what spread, and whether it has settled: one paragraph. */
  readonly caveat: string;
  readonly numbers: readonly KeyNumber[];
}

/** The figure of the first screen. */
export const firstFigure = 'welfare';

const words = {
  en: {
    model: 'Simulation, not data: what is said here is said of a model, not of a country.',
    spread: (replicates: number) =>
      replicates > 1 ? `After ± stands half of a 95% interval over ${replicates} replicates.` : '',
    sentence: (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`,
    between: ' ',
    against: (best: string, reference: string) => `${best} against ${reference}`,
    alike: 'not told apart from zero once all comparisons are counted (Holm)',
    quoted: (label: string) => `“${label}”`,
    measures: {
      welfare: ['welfare per application', '% of a mean loan'],
      'default-rate': ['default over the loan’s life', 'percentage points of loans'],
      apr: ['APR paid', 'percentage points'],
    },
    levels: {
      welfare: ['welfare per application', '% of a mean loan'],
      'default-rate': ['default over the loan’s life', '% of loans'],
      apr: ['APR paid', '% a year'],
    },
  },
  zh: {
    model: '模拟结果，并非真实数据：这里所说的只就模型而言，并非任何国家的事实。',
    spread: (replicates: number) =>
      replicates > 1 ? `± 之后为 ${replicates} 次重复的 95% 置信区间的一半。` : '',
    sentence: (text: string) => `${text}。`,
    between: '',
    against: (best: string, reference: string) => `${best}与${reference}相比`,
    alike: '计入全部比较后差异不显著（Holm 校正）',
    quoted: (label: string) => `“${label}”`,
    measures: {
      welfare: ['每笔申请的福利', '%（占平均贷款额）'],
      'default-rate': ['贷款整个存续期的违约率', '个百分点'],
      apr: ['成交利率（年化）', '个百分点'],
    },
    levels: {
      welfare: ['每笔申请的福利', '%（占平均贷款额）'],
      'default-rate': ['贷款整个存续期的违约率', '%'],
      apr: ['成交利率（年化）', '%'],
    },
  },
} as const;

const shown = ['welfare', 'default-rate', 'apr'] as const;

/** The first screen of a report. */
export function firstScreen(report: Report): FirstScreen {
  const { run, language, gallery } = report;
  const say = words[language];
  const found = gallery.drawn.find(({ chart }) => chart.id === firstFigure);
  const sentence = found
    ? headingOf(found.drawing.spec(theme('screen'), language)).title
    : run.scenario.title;
  return {
    sentence,
    caveat: [
      say.model,
      say.sentence(economyWords(report.run)[language]),
      say.spread(run.scenario.replicates),
      say.sentence(settlingTitle(run.inputs, language)),
    ]
      .filter((text) => text !== '')
      .join(say.between),
    numbers: shown.flatMap((measure) => numberOf(report, measure, language)),
  };
}

/** The best in welfare held against the reference, with half of the interval; a level where there is nobody else. */
function numberOf(
  { run }: Report,
  measure: (typeof shown)[number],
  language: Language,
): KeyNumber[] {
  const say = words[language];
  const { institutions, reference } = run.inputs.scenario;
  const [best] = institutions.filter(({ id }) => id !== reference || institutions.length === 1);
  const row = run.inputs.summary.find(
    (one) => one.institution === best?.id && one.measure === measure && one.world === 'actual',
  );
  if (best === undefined || row === undefined) return [];
  const isLevel = institutions.length === 1;
  const [mean, low, high] = isLevel
    ? [row.mean, row.low, row.high]
    : [row.difference, row.differenceLow, row.differenceHigh];
  if (Number.isNaN(mean)) return [];
  const half = 100 * ((high - low) / 2);
  const digits = Math.min(2, sentenceDecimals({ mean, low, high }, 100, 1));
  const text = fixed(100 * mean, digits);
  const sign = !isLevel && mean > 0 && Number(text) !== 0 ? '+' : '';
  const spread = Number.isNaN(half) ? '' : ` ± ${fixed(half, digits)}`;
  const [name, unit] = (isLevel ? say.levels : say.measures)[measure];
  const against = run.scenario.institutions.find(({ id }) => id === reference);
  // A name with a comma of its own would run into the sentence.
  const calledIn = (label: string) => (/[,，;；]/.test(label) ? say.quoted(label) : label);
  const who = calledIn(institutionName(best, language));
  const alike = !isLevel && !(row.adjustedP <= 0.05);
  const pair = isLevel
    ? who
    : say.against(who, calledIn(institutionName(against ?? { label: reference }, language)));
  const { comma, semicolon } = marks[language];
  return [
    {
      value: `${sign}${text}${spread}`,
      unit,
      of: `${name}${comma}${pair}${alike ? semicolon + say.alike : ''}`,
    },
  ];
}
