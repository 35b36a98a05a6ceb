import type { ChartId, PageChart } from './drawing.ts';

/** Compiled charts, which the build puts here (scripts/bundle-lab.mjs). */
declare const labCharts: Readonly<Record<ChartId, unknown>>;

declare global {
  interface Window {
    drawChart?: (
      container: HTMLElement,
      spec: unknown,
      rows: readonly Readonly<Record<string, unknown>>[],
    ) => PageChart;
  }
}

/**
 * Draws a chart.
 *
 * @param words what stands in it, by the names in double braces; numbers are ends of scales
 */
export function draw(
  container: HTMLElement,
  chart: ChartId,
  rows: readonly Readonly<Record<string, unknown>>[],
  words: Readonly<Record<string, string | number>>,
): PageChart {
  const spec: unknown = JSON.parse(JSON.stringify(labCharts[chart]), (_, value: unknown) => {
    if (typeof value !== 'string') return value;
    const whole = words[/^\{\{(\w+)\}\}$/.exec(value)?.[1] ?? ''];
    return whole ?? value.replaceAll(/\{\{(\w+)\}\}/g, (__, name: string) => String(words[name]));
  });
  const tool = window.drawChart ?? begin();
  return tool(container, spec, rows);
}

/** Runs the script that draws, which the page carries as text so that nobody waits for it who sees no chart. */
function begin(): NonNullable<Window['drawChart']> {
  const script = document.createElement('script');
  script.textContent = document.getElementById('charts')?.textContent ?? '';
  document.head.append(script);
  if (!window.drawChart) throw new Error('the script that draws charts did not run');
  return window.drawChart;
}
