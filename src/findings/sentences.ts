import { inWords, type Language } from '../language.ts';
import { halfWidth, type Estimate } from '../math/interval.ts';
import { displayOf, fixed, type Passport } from '../measures/index.ts';
import type { AdmissibleCounts } from './ensemble-words.ts';
import { sentenceDecimals } from './rounding.ts';

/** How institutions are called in sentences, and which one the others are held against. */
export interface Cast {
  readonly labels: ReadonlyMap<string, string>;
  readonly reference: string;
  /** English unless said otherwise; labels are in it already. */
  readonly language?: Language;
  /** What was counted over the shipped economies that fit the data, as far as it holds here. */
  readonly admissible?: AdmissibleCounts | undefined;
  /** Who gains by reforms, person by person, is told beside this. */
  readonly isToldByPerson?: boolean;
}

/** A level: "42.1% of applications (95%: 41.0 to 43.2)"; without an interval if there is none. */
export function quantity(value: Estimate, measure: Passport, language?: Language): string {
  const { factor, unit } = displayOf(measure.unit);
  return amount(value, factor, unit, language);
}

/** The same of a measure whose unit would say nothing: "0.161 (95%: 0.122 to 0.200)". */
export function bare(value: Estimate, language?: Language): string {
  return amount(value, 1, '', language);
}

/** A difference with its sign: "−3.1 percentage points (95%: …)", money in its own unit. */
export function shift(difference: Estimate, measure: Passport, language?: Language): string {
  return amount(difference, displayOf(measure.unit).factor, differenceUnit(measure), language);
}

/** The unit of a difference as it is shown: of two shares percentage points, of money its own. */
export function differenceUnit(measure: Passport): string {
  const { factor, unit } = displayOf(measure.unit);
  const isShare = factor === 100 && !/% of (a mean loan|the amount lent)/.test(unit);
  return isShare ? 'percentage points' : unit;
}

/** A difference counted as a distance: "3.1 percentage points (95%: …)". */
export function distance(difference: Estimate, measure: Passport, language?: Language): string {
  return shift(magnitude(difference), measure, language);
}

/** A difference with the sign that makes it positive. */
export function magnitude(difference: Estimate): Estimate {
  const { mean, low, high } = difference;
  return mean < 0 ? { ...difference, mean: -mean, low: -high, high: -low } : difference;
}

function amount(value: Estimate, factor: number, unit: string, language: Language = 'en'): string {
  const half = halfWidth(value);
  const decimals = sentenceDecimals(value, factor, factor === 100 ? 1 : 4);
  const show = (number: number) => fixed(factor * number, decimals);
  const [mean, low, high] = [value.mean, value.low, value.high].map(show);
  return amounts[language](mean, unit) + (Number.isNaN(half) ? '' : ends(low, high, language));
}

/** " (95%: 1.2 to 3.4)". */
export function ends(low: string, high: string, language: Language = 'en'): string {
  return inWords(language, { en: ` (95%: ${low} to ${high})`, zh: `（95%：${low} 至 ${high}）` });
}

/** A number and its unit. */
const amounts: Readonly<Record<Language, (amount: string, unit: string) => string>> = {
  en: (number, unit) => `${number}${unit === '' || unit.startsWith('%') ? '' : ' '}${unit}`,
  zh: (number, unit) =>
    Object.hasOwn(chineseUnits, unit) ? chineseUnits[unit](number) : ` ${number} ${unit}`,
};

/** Amounts in Chinese, where the whole comes before its share; for the units of a verdict. */
const chineseUnits: Readonly<Record<string, (amount: string) => string>> = {
  '': (number) => ` ${number}`,
  '% of applications': (number) => `申请的 ${number}%`,
  '% of loans': (number) => `贷款的 ${number}%`,
  'percentage points': (number) => ` ${number} 个百分点`,
  '% of defaults': (number) => `违约的 ${number}%`,
  '% a year': (number) => `年率 ${number}%`,
  '% of a mean loan': (number) => `平均贷款额的 ${number}%`,
  '% of a mean loan per application': (number) => `每笔申请平均贷款额的 ${number}%`,
  '% of the amount lent': (number) => `本金的 ${number}%`,
};

/** How the institution's name is shown. */
export function institutionName(institution: string, { labels }: Cast): string {
  return labels.get(institution) ?? institution;
}

/** Most names that a sentence gives; of more it says how many. */
const mostNamed = 9;

function shortened(all: readonly string[], language: Language): string[] {
  const rest = all.length - mostNamed + 2;
  const others = inWords(language, { en: `${rest} others`, zh: `另外 ${rest} 种` });
  return [...all.slice(0, mostNamed - 2), others];
}

/** "a", "a and b", "a, b and c"; "a, b; c; and d" where a word holds a comma itself. */
export function enumerated(all: readonly string[], language: Language = 'en'): string {
  const words = all.length > mostNamed ? shortened(all, language) : all;
  if (words.length < 2) return words.join('');
  const [comma, and] = inWords(language, {
    en: words.some((word) => word.includes(',')) ? ['; ', '; and '] : [', ', ' and '],
    zh: ['、', '和'],
  });
  return `${words.slice(0, -1).join(comma)}${and}${words[words.length - 1]}`;
}
