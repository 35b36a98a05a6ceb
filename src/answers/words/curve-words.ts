import { apartFromZero, differenceUnit, distance } from '../../findings/index.ts';
import type { Language } from '../../language.ts';
import { displayOf, fixed, decimalsFor, type Passport } from '../../measures/index.ts';
import { halfWidth, type Estimate } from '../../math/interval.ts';
import type { Curve } from '../curves.ts';
import { unitName } from './measure-words.ts';
import { measureInSentence, type NameOf } from './question-words.ts';

/** What curves show: the trend of each, and where it parts from the reference over the whole curve. */
export function curveSentences(
  curves: readonly Curve[],
  passport: Passport,
  reference: string,
  along: {
    readonly key: string;
    readonly values: readonly (number | string)[];
    readonly where: string;
    /** What the factor is counted in, in the language asked for; '' or absent where it has no unit. */
    readonly unit?: string;
  },
  name: NameOf,
  language: Language = 'en',
): string[] {
  const { key, values, where, unit = '' } = along;
  const say = words[language];
  const at = where === '' ? '' : say.aside(where);
  return curves.flatMap(({ institution, difference, trend }) => {
    const who = `${name(institution)}${at}`;
    return [
      // What the factor does not touch at all needs no sentence.
      ...(trend && trend.n > 1 && trend.standardError > 0
        ? [trendSentence(who, trend, passport, { key, step: unit }, language)]
        : []),
      ...(difference
        ? [
            partingSentence(
              who,
              difference.points,
              passport,
              name(reference),
              values,
              key,
              language,
            ),
          ]
        : []),
    ];
  });
}

function trendSentence(
  who: string,
  trend: Estimate,
  passport: Passport,
  along: { readonly key: string; readonly step: string },
  language: Language,
): string {
  const { factor } = displayOf(passport.unit);
  const half = factor * halfWidth(trend);
  const decimals = apartFromZero(trend, factor, decimalsFor(half, factor === 100 ? 2 : 5));
  const show = (x: number) => fixed(factor * x, decimals);
  const isFlat = !(trend.low > 0 || trend.high < 0);
  const [mean, low, high] = [trend.mean, trend.low, trend.high].map(show);
  return words[language].trend({
    who,
    measure: measureInSentence(passport, language),
    mean,
    low,
    high,
    unit: unitName(differenceUnit(passport), language),
    ...along,
    isFlat,
  });
}

/** Where a band of a difference leaves out 0: runs of values, "from 3 to 28". */
function partingSentence(
  who: string,
  points: readonly Estimate[],
  passport: Passport,
  reference: string,
  values: readonly (number | string)[],
  key: string,
  language: Language,
): string {
  const { span, side, runs: joined, none } = words[language];
  const sign = passport.better === 'lower' ? -1 : 1;
  const state = ({ low, high }: Estimate) => (low > 0 ? sign : high < 0 ? -sign : 0);
  const runs: { state: number; from: number; to: number }[] = [];
  points.forEach((point, i) => {
    const now = state(point);
    const last = runs.at(-1);
    if (last?.state === now) last.to = i;
    else runs.push({ state: now, from: i, to: i });
  });
  const told = runs
    .filter((run) => run.state !== 0)
    .map(({ state: s, from, to }) => {
      const most = points
        .slice(from, to + 1)
        .reduce((a, b) => (Math.abs(b.mean) > Math.abs(a.mean) ? b : a));
      const which = passport.better === 'neither' ? 2 : 0;
      const where = span(String(values[from]), String(values[to]));
      return side[which + Number(s < 0)](reference, where, distance(most, passport, language));
    });
  return told.length === 0 ? none(who, key, reference) : joined(who, told, key);
}

/** What a trend's sentence is made from, numbers as they are shown. */
interface Trend {
  readonly who: string;
  readonly measure: string;
  readonly mean: string;
  readonly low: string;
  readonly high: string;
  readonly unit: string;
  readonly key: string;
  /** What the factor is counted in; '' where it has no unit. */
  readonly step: string;
  readonly isFlat: boolean;
}

type Side = (reference: string, where: string, most: string) => string;

interface CurveWords {
  readonly aside: (text: string) => string;
  readonly trend: (trend: Trend) => string;
  readonly span: (from: string, to: string) => string;
  /** Ahead, behind; above, below. */
  readonly side: readonly [Side, Side, Side, Side];
  readonly runs: (who: string, told: readonly string[], key: string) => string;
  readonly none: (who: string, key: string, reference: string) => string;
}

const sideInEnglish =
  (word: string): Side =>
  (reference, where, most) =>
    `${word} ${reference} ${where} (at most by ${most})`;
const sideInChinese =
  (word: string): Side =>
  (reference, where, most) =>
    `${where}${word}${reference}（至多${most}）`;

const words: Readonly<Record<Language, CurveWords>> = {
  en: {
    aside: (text) => ` (${text})`,
    trend: ({ who, measure, mean, low, high, unit, key, step, isFlat }) =>
      `${who}: ${measure} changes by ${mean} (95%: ${low} to ${high}) ${unit} per unit of ${key}${step && ` (${step})`}${isFlat ? '; it may be none' : ''}.`,
    span: (from, to) => (from === to ? `at ${from}` : `from ${from} to ${to}`),
    side: [
      sideInEnglish('ahead of'),
      sideInEnglish('behind'),
      sideInEnglish('above'),
      sideInEnglish('below'),
    ],
    runs: (who, told, key) =>
      `${who}: ${told.join('; ')}, of ${key}, the whole curve being looked at.`,
    none: (who, key, reference) =>
      `${who}: at no value of ${key} told apart from ${reference}, the whole curve being looked at.`,
  },
  zh: {
    aside: (text) => `（${text}）`,
    trend: ({ who, measure, mean, low, high, unit, key, step, isFlat }) =>
      `${who}：${key}${step && `（${step}）`} 每增加一个单位，${measure}变化 ${mean}（95%：${low} 至 ${high}；${unit}）${isFlat ? '，也可能没有变化' : ''}。`,
    span: (from, to) => (from === to ? `在 ${from} 处` : `从 ${from} 至 ${to} `),
    side: [
      sideInChinese('优于'),
      sideInChinese('劣于'),
      sideInChinese('高于'),
      sideInChinese('低于'),
    ],
    runs: (who, told, key) => `${who}（按 ${key}，就整条曲线而言）：${told.join('；')}。`,
    none: (who, key, reference) =>
      `${who}：就整条曲线而言，在 ${key} 的任何取值上都不能与${reference}区分。`,
  },
};
