import { halfWidth, type Estimate } from '../math/interval.ts';
import { decimalsFor, displayOf, fixed } from '../measures/display.ts';
import { passportOf } from './dictionary.ts';

/** How institutions are called in sentences, and which one the others are held against. */
export interface Cast {
  readonly labels: ReadonlyMap<string, string>;
  readonly reference: string;
}

/** A level: "42.1% of applications (95%: 41.0 to 43.2)"; without an interval if there is none. */
export function quantity(value: Estimate, measure: string): string {
  const { factor, unit } = displayOf(passportOf(measure).unit);
  return amount(value, factor, unit);
}

/** The same of a measure whose unit would say nothing: "0.161 (95%: 0.122 to 0.200)". */
export function bare(value: Estimate): string {
  return amount(value, 1, '');
}

/** A difference counted as a distance: "0.0031 principals per application (95%: …)". */
export function distance(difference: Estimate, measure: string): string {
  const positive = magnitude(difference);
  const { factor, unit } = displayOf(passportOf(measure).unit);
  return amount(positive, factor, factor === 100 ? 'percentage points' : unit);
}

/** A difference with the sign that makes it positive. */
export function magnitude(difference: Estimate): Estimate {
  const { mean, low, high } = difference;
  return mean < 0 ? { ...difference, mean: -mean, low: -high, high: -low } : difference;
}

function amount(value: Estimate, factor: number, unit: string): string {
  const half = factor * halfWidth(value);
  const decimals = decimalsFor(half, factor === 100 ? 1 : 4);
  const show = (number: number) => fixed(factor * number, decimals);
  const gap = unit === '' || unit.startsWith('%') ? '' : ' ';
  const level = `${show(value.mean)}${gap}${unit}`;
  return Number.isNaN(half) ? level : `${level} (95%: ${show(value.low)} to ${show(value.high)})`;
}

/** How the institution's name is shown. */
export function nameOf(institution: string, { labels }: Cast): string {
  return labels.get(institution) ?? institution;
}

/** "a", "a and b", "a, b and c"; "a, b; c; and d" where a word holds a comma itself. */
export function list(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  const [comma, and] = words.some((word) => word.includes(','))
    ? ['; ', '; and ']
    : [', ', ' and '];
  return `${words.slice(0, -1).join(comma)}${and}${words[words.length - 1]}`;
}
