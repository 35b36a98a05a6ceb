import type { Fact, MarketNeed } from './fact.ts';
import type { FactReading } from './verdict.ts';

/** What was published, as a reader would write it. */
export function publishedText({ value, band }: Fact): string {
  if (typeof value === 'number') return shown(value);
  if (typeof value === 'string') return signText(value);
  if (value !== undefined) return `${shown(value[0])} … ${shown(value[value.length - 1])}`;
  return typeof band === 'string' ? signText(band) : bandText(band);
}

/** The range that counts as agreement. */
export function bandText(band: Fact['band']): string {
  if (typeof band !== 'string') return `${shown(band[0])} … ${shown(band[1])}`;
  return signText(band);
}

function signText(word: string): string {
  return word === '+' ? 'above 0' : word === '-' ? 'below 0' : word;
}

/** The simulated number with its interval: `.846 [.838, .855]`. */
export function simulatedText({ value: { mean, low, high, n }, best }: FactReading): string {
  const interval = n < 2 ? 'one seed, no interval' : `${shown(low)}, ${shown(high)}`;
  const number = `${shown(mean)} [${interval}]`;
  return best === undefined ? number : `best at ${best}, higher by ${number}`;
}

/** Three digits that count, at most six behind the point. */
function shown(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const decimals = Math.min(6, Math.max(0, 2 - magnitudeOf(value)));
  const text = value.toFixed(
    Math.abs(value) >= 0.1 || value === 0 ? Math.min(3, decimals) : decimals,
  );
  return (
    text
      .replace(/^(-?)0\./, '$1.')
      .replace(/^-/, '−')
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, '') || '0'
  );
}

/** Power of ten of the first digit. */
function magnitudeOf(value: number): number {
  const text = Math.abs(value).toExponential();
  return value === 0 ? 0 : Number(text.slice(text.indexOf('e') + 1));
}

/** The markets of a fact in a few words: `full-sharing, none`. */
export function marketText({ needs }: Fact): string {
  const texts = Object.values(needs).map(needText);
  const all = [...new Set(texts)];
  return all.length > 3 ? `${all[0]}; …; ${all[all.length - 1]}` : all.join('; ');
}

function needText({
  institution,
  values = {},
  economy = {},
  lenders,
  counted,
}: MarketNeed): string {
  const id = typeof institution === 'string' ? institution : institution.id;
  const numbers = [
    ...Object.entries(values),
    ...Object.values(economy).flatMap((group) => Object.entries(group ?? {})),
  ].map(([name, value]) => `${name} ${String(value)}`);
  const who = lenders ? [`lenders ${lenders.join(' ')}`] : [];
  const long = counted === undefined ? [] : [`${counted} quarters`];
  return [id, ...numbers, ...who, ...long].join(', ');
}
