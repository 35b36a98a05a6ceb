/** A chart in the page. */
export interface PageChart {
  /** Draws it so wide, in pixels of the page. */
  readonly resize: (width: number) => void;
  readonly end: () => void;
}

/** Charts of the lab: assets/lab/charts, compiled from Vega-Lite when the lab is built. */
export type ChartId = 'textbook' | 'class';
