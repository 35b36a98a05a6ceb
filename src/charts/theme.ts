import type { Config } from 'vega-lite';
import { inWords, type Language } from '../language.ts';

/**
 * How figures look, apart from what they say. Lengths are points (1/72 inch): a figure of 505 points is
 * 178 mm wide on paper.
 */
export interface Theme {
  readonly id: ThemeId;
  /** Width of the whole figure. */
  readonly width: number;
  /** Tallest that one plot may be. */
  readonly height: number;
  /** A canvas that every figure of this look fills, in points, and the margin around what is drawn on it. */
  readonly canvas?: { readonly width: number; readonly height: number; readonly margin: number };
  /** Tallest that the whole figure may be: a slide of 16 by 9 less its margins, the text of a page. */
  readonly tallest: number;
  /** Labels may shrink to this where a figure would else be too tall. */
  readonly leastFontSize: number;
  /** An institution that stands out. */
  readonly highlight?: string;
  /** Shows every replicate behind its interval. */
  readonly dots?: boolean;
  /** Labels and axes; titles follow from it. */
  readonly fontSize: number;
  readonly titleSize: number;
  /** Thin lines: axes, intervals. */
  readonly line: number;
  /** Diameter of a point. */
  readonly point: number;
}

export const themeIds = ['paper', 'slides', 'screen'] as const;
export type ThemeId = (typeof themeIds)[number];

/** Widths that journals and slides ask for, in points. */
export const widths = { single: 255, double: 505, slide: 920, page: 800 } as const;

const looks: Readonly<Record<ThemeId, Theme>> = {
  paper: {
    id: 'paper',
    width: widths.double,
    height: 310,
    tallest: 680,
    leastFontSize: 6.4,
    fontSize: 8,
    titleSize: 10,
    line: 0.75,
    point: 6.5,
  },
  slides: {
    id: 'slides',
    width: widths.slide,
    height: 330,
    canvas: { width: 960, height: 540, margin: 20 },
    tallest: 500,
    leastFontSize: 10.5,
    fontSize: 16,
    titleSize: 23,
    line: 1.5,
    point: 13,
  },
  screen: {
    id: 'screen',
    width: widths.page,
    height: 420,
    tallest: Infinity,
    leastFontSize: 12,
    fontSize: 12,
    titleSize: 16,
    line: 1.2,
    point: 9.5,
  },
};

/** A theme by name, at its own width or another (points). Narrow figures keep their type size. */
export function theme(id: ThemeId, width?: number): Theme {
  const { canvas, ...look } = looks[id];
  if (width === undefined) return looks[id];
  // A slide of another width keeps its shape: 16 by 9 with its margin.
  const whole = width + 2 * (canvas?.margin ?? 0);
  const sized = canvas && { ...canvas, width: whole, height: (whole * 9) / 16 };
  return { ...look, width, ...(sized && { canvas: sized }) };
}

/** The same look with everything but the figure's width smaller (`scale` below 1). */
export function smaller(look: Theme, scale: number): Theme {
  const { height, fontSize, titleSize, line, point } = look;
  return {
    ...look,
    height: height * scale,
    fontSize: fontSize * scale,
    titleSize: titleSize * scale,
    line: line * scale,
    point: point * scale,
  };
}

/** A dash pattern, made for the line of paper, as long as this look's lines are thick. */
export function dashed(pattern: readonly number[], look: Theme): number[] {
  return pattern.map((length) => (length * look.line) / looks.paper.line);
}

/** Ink, from text to hairline. All but `hairline` pass 4.5:1 on white. */
export const ink = {
  text: '#1c2733',
  quiet: '#5a6673',
  axis: '#8a949e',
  hairline: '#dfe3e7',
  /** Of benchmarks, beside the ink of institutions. */
  benchmark: '#6b757f',
} as const;

/** What a reader asked to stand out. */
export const accent = '#c2410c';

/**
 * The two problems wherever one of them is drawn: apart in hue for the colour-blind, in lightness for print without
 * colour. Who will not pay is moral hazard.
 */
export const problems = { hazard: '#a63a12', selection: '#6fa8cf' } as const;

/** What is neither: bad luck, and what is left of a whole. */
export const neutral = '#ccd4da';

/** Two parts of a whole, dark and light, told apart in print without colour. Not any institution's colours. */
export const parts = { dark: '#2f4858', light: '#a9bccb' } as const;

export const latinFont = 'Source Sans 3';
export const chineseFont = 'Noto Sans SC';

/** Vega-Lite's own settings for this look: one font, quiet axes, no frame. */
export function config(look: Theme, language: Language): Config {
  const families = inWords(language, { en: [latinFont, chineseFont], zh: [chineseFont] });
  // Quoted, since a family that ends in a number is no plain CSS name.
  const font = [...families.map((family) => `'${family}'`), 'sans-serif'].join(', ');
  const { fontSize, titleSize, line } = look;
  return {
    font,
    background: 'white',
    aria: false,
    padding: { left: 2, right: 2, top: 2, bottom: 2 },
    title: {
      anchor: 'start',
      frame: 'bounds',
      color: ink.text,
      fontSize: titleSize,
      fontWeight: 600,
      lineHeight: titleSize * 1.2,
      subtitleColor: ink.quiet,
      subtitleFontSize: fontSize,
      subtitleLineHeight: fontSize * 1.3,
      subtitlePadding: fontSize * 0.4,
      offset: fontSize,
    },
    view: { stroke: null },
    axis: {
      labelColor: ink.text,
      titleColor: ink.text,
      labelFontSize: fontSize,
      titleFontSize: fontSize,
      titleFontWeight: 'normal',
      domainColor: ink.axis,
      tickColor: ink.axis,
      domainWidth: line * 0.7,
      tickWidth: line * 0.7,
      tickSize: fontSize * 0.35,
      gridColor: ink.hairline,
      gridWidth: line * 0.7,
      labelPadding: fontSize * 0.3,
      titlePadding: fontSize * 0.6,
      labelOverlap: false,
      labelFlush: false,
    },
    header: {
      labelFontSize: fontSize,
      labelColor: ink.text,
      labelFontWeight: 600,
      titleFontSize: fontSize,
    },
    legend: {
      labelFontSize: fontSize,
      labelColor: ink.text,
      titleFontSize: fontSize,
      titleFontWeight: 'normal',
      titleColor: ink.quiet,
      symbolStrokeWidth: line * 1.3,
      symbolSize: look.point ** 2,
      labelLimit: look.width * 0.6,
      rowPadding: fontSize * 0.35,
      columnPadding: fontSize * 1.2,
    },
    text: { color: ink.text, fontSize, lineBreak: '\n' },
    rule: { strokeWidth: line },
    line: { strokeWidth: line * 1.6 },
    point: { size: look.point ** 2, filled: true, opacity: 1, strokeWidth: line },
    bar: { continuousBandSize: fontSize },
  };
}
