/** Figures as files. Drawing one (figure.ts, vega-view.ts, fonts.ts) loads Vega and fonts. */
export { formats } from './formats.ts';
export type { FigureStyle } from './figure.ts';
