import type { TopLevelSpec } from 'vega-lite';
import { render } from '../../figures/vega-view.ts';

/**
 * Draws a Vega-Lite specification of your own as SVG, without a browser.
 *
 * @throws Error if it is none
 */
export async function draw(spec: TopLevelSpec): Promise<string> {
  return (await render(spec)).svg;
}
