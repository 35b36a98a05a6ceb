import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { latinFont } from '../charts/index.ts';
import { widthOf } from './fonts.ts';

/** A text whose width Vega asks for. */
interface TextItem {
  readonly font?: string;
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
}

declare module 'vega' {
  /** What Vega asks a text's width of; exported by it, missing in its types. */
  export const textMetrics: {
    width: (item: TextItem, text: string | number | null | undefined) => number;
  };
}

/** Without a canvas Vega only guesses how wide text is; here it is measured in the font that is drawn. */
vega.textMetrics.width = (item, text) =>
  widthOf(
    String(text ?? ''),
    item.fontSize ?? 11,
    weightOf(item.fontWeight),
    item.font ?? latinFont,
  );

/** A CSS font weight as a number. */
export function weightOf(weight: string | number | undefined): number {
  return weight === 'bold' ? 600 : Number(weight ?? 400) || 400;
}

/** A figure as Vega draws it, and all that Vega-Lite and Vega had to complain about. */
export interface Rendered {
  readonly svg: string;
  readonly warnings: readonly string[];
}

/** Compiles a specification to Vega; `warnings` collects what the compiler says. */
export function compileSpec(spec: TopLevelSpec, warnings: string[]): vega.Spec {
  const logger = vega.logger(vega.Warn, undefined, (_method, _level, messages) =>
    warnings.push(messages.map(String).join(' ')),
  );
  return compile(spec, { logger }).spec;
}

/** Draws a specification as SVG: no window, no canvas, no clock, no network. */
export async function render(spec: TopLevelSpec): Promise<Rendered> {
  const warnings: string[] = [];
  const logger = vega.logger(vega.Warn, undefined, (_method, _level, messages) =>
    warnings.push(messages.map(String).join(' ')),
  );
  const view = new vega.View(vega.parse(compileSpec(spec, warnings)), { renderer: 'none', logger });
  const svg = await view.toSVG();
  view.finalize();
  return { svg, warnings };
}
