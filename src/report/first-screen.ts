import { footLine, headingOf, theme } from '../charts/index.ts';
import { settlingTitle } from '../charts/index.ts';
import { institutionName } from '../institution-names.ts';
import type { Language } from '../language.ts';
import { decimalsFor, fixed } from '../measures/index.ts';
import type { Report } from './report.ts';
import { stampOfRun } from './stamp.ts';

/** One number of the first screen, with what it is of. */
interface KeyNumber {
  readonly value: string;
  readonly unit: string;
  readonly of: string;
}

/** What a reader sees before anything else: one sentence, one caveat, three numbers; the picture is that of welfare. */
export interface FirstScreen {
  readonly sentence: string;
  readonly caveats: readonly string[];
  readonly numbers: readonly KeyNumber[];
}

/** The figure of the first screen. */
export const firstFigure = 'welfare';

const words = {
  en: {
    none: 'No number of it can be told.',
    model: 'What is said here is said of a model, not of a country.',
    against: (best: string, reference: string) => `${best} against ${reference}`,
    alike: 'cannot be told from no difference',
    measures: {
      welfare: ['welfare', 'points of a loan'],
      'default-rate': ['default', 'points of loans'],
      apr: ['APR paid', 'points a year'],
    },
    levels: {
      welfare: ['welfare', '% of a loan'],
      'default-rate': ['default', '% of loans, over their life'],
      apr: ['APR paid', '% a year'],
    },
  },
  zh: {
    none: '没有可报告的数值。',
    model: '以上所述只就模型而言，并非任何国家的事实。',
    against: (best: string, reference: string) => `${best}与${reference}相比`,
    alike: '差异不显著',
    measures: {
      welfare: ['福利', '百分点，占贷款'],
      'default-rate': ['违约率', '百分点，占贷款笔数'],
      apr: ['成交利率（年化）', '百分点'],
    },
    levels: {
      welfare: ['福利', '%，占贷款'],
      'default-rate': ['违约率', '%，占贷款笔数，整个存续期'],
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
    caveats: [
      footLine(stampOfRun(report.run), language),
      settlingTitle(run.inputs, language),
      say.model,
    ],
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
  const digits = Math.min(2, Math.max(1, decimalsFor(half, 1) - 1));
  const sign = !isLevel && mean > 0 ? '+' : '';
  const spread = Number.isNaN(half) ? '' : ` ± ${fixed(half, digits)}`;
  const [name, unit] = (isLevel ? say.levels : say.measures)[measure];
  const against = run.scenario.institutions.find(({ id }) => id === reference);
  const who = institutionName(best, language);
  const alike = !isLevel && !(row.adjustedP <= 0.05);
  const pair = isLevel
    ? who
    : say.against(who, institutionName(against ?? { label: reference }, language));
  const stop = language === 'zh' ? '；' : '; ';
  return [
    {
      value: `${sign}${fixed(100 * mean, digits)}${spread}`,
      unit,
      of: `${name}${language === 'zh' ? '，' : ', '}${pair}${alike ? stop + say.alike : ''}`,
    },
  ];
}
