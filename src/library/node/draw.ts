import type { TopLevelSpec } from 'vega-lite';

/**
 * Draws a Vega-Lite specification of your own as SVG, without a browser.
 *
 * @throws Error if it is none
 */
export async function draw(spec: TopLevelSpec): Promise<string> {
  // Late, as everywhere here: Vega is large, and CommonJS could not require what waits while it is loaded.
  const { render } = await import('../../figures/vega-view.ts');
  return (await render(spec)).svg;
}
