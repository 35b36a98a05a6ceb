/** Charts: rows in, Vega-Lite out. The list of them is registry.ts. */
export {
  isMissing,
  type Cell,
  type Cells,
  type Chart,
  type ChartInputs,
  type Drawing,
  type Table,
} from './chart.ts';
export { factorName, type DesignFacts, type FactorNames } from './designs/facts.ts';
export { curveLines, type CurveRow } from './designs/curve-lines.ts';
export { heatMap, type HeatRow } from './designs/heat-map.ts';
export { firstMap, type FirstPoint } from './designs/first-map.ts';
export { indexBars } from './designs/index-bars.ts';
export { evidenceDrawing, type EvidenceRow } from './evidence/evidence.ts';
export { cell } from './kit/select.ts';
export { inFigureOrder, stampOf } from './figure-inputs.ts';
export { headingOf, pictureOf } from './kit/picture.ts';
export { wrapToPoints } from './kit/text.ts';
export { decimal } from './kit/words.ts';
export { derivedOfThePaper, paperDrawings } from './paper/drawings.ts';
export { scoreWaterfall } from './paper/score-waterfall.ts';
export { scoreColumn, type SightRow } from './results/sights.ts';
export { settlingTitle } from './findings/settling.ts';
export { footLine, stampFor, type Stamp } from './stamp.ts';
export {
  chineseFont,
  latinFont,
  smaller,
  theme,
  themeIds,
  widths,
  type Theme,
  type ThemeId,
} from './theme.ts';
