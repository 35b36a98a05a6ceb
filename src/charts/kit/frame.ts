import { config, type Theme } from '../theme.ts';
import { wrapToPoints } from './text.ts';
import { marks, type Language } from '../../language.ts';

/**
 * What every figure has at its top: schema, wrapped title and lines under it, look, and the signal
 * `highlight` (ids of institutions, each between bars: `|dual|none|`, or '') by which a page dims all other institutions.
 */
export function frame(look: Theme, language: Language, title: string, subtitle: readonly string[]) {
  const width = look.width - 8;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: {
      text: wrapToPoints(title, width, look.titleSize * 1.04),
      subtitle: subtitle
        .filter((line) => line !== '')
        .flatMap((line) => wrapToPoints(line, width, look.fontSize)),
    },
    params: [{ name: 'highlight', value: '' }],
    config: config(look, language),
    usermeta: {
      title,
      subtitle: subtitle.filter((line) => line !== '').join(marks[language].space),
    },
  };
}

/** Opacity of a mark that belongs to one institution. */
export const fade = {
  condition: {
    test: "highlight === '' || indexof(highlight, '|' + datum.institution + '|') >= 0",
    value: 1,
  },
  value: 0.12,
} as const;

/** Ends and ticks of an axis. */
export interface RoundAxis {
  readonly domain: number[];
  readonly low: number;
  readonly high: number;
  readonly ticks: number[];
}

/** An axis that covers [low, high] in about `count` round steps (1, 2 or 5 times a power of ten). */
export function roundAxis(low: number, high: number, count = 5): RoundAxis {
  const span = high > low ? high - low : Math.abs(high) || 1;
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step =
    [1, 2, 5, 10].map((times) => times * power).find((one) => one >= rough * 0.999) ?? rough;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  const ticks: number[] = [];
  for (let k = first; k <= last; k++) ticks.push(Number((k * step).toPrecision(12)));
  const [from, to] = [ticks[0] ?? low, ticks.at(-1) ?? high];
  return { domain: [from, to], low: from, high: to, ticks };
}

/** Labels of an axis that stay within its panel, so that the last one does not touch the first one of the next panel. */
export function apartLabels(fontSize: number) {
  return { labelFlush: true, labelOverlap: 'parity', labelSeparation: fontSize * 0.4 } as const;
}

/** The nearest share to a number: an interval by Student's t may reach below 0 or above 1, a share cannot. */
export function withinShare(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** The format of an axis in percent, with as many decimals as its step needs. */
export function percentFormat(ticks: readonly number[]): string {
  return `.${percentDecimals(ticks)}%`;
}

/** The labels of an axis of differences between shares: points with their sign, for their unit stands in the title. */
export function pointLabels(ticks: readonly number[]): string {
  const format = `.${percentDecimals(ticks)}f`;
  return `datum.value === 0 ? '0' : format(100 * datum.value, '+${format}')`;
}

function percentDecimals(ticks: readonly number[]): number {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0));
  return step >= 0.0099 ? 0 : step >= 0.00099 ? 1 : 2;
}
