import { parse, View, type Spec } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import type { PageChart } from './drawing.ts';

/**
 * What draws charts: a script of its own in the page, which begins once the first chart is asked for. Expressions are read,
 * not compiled, so that the page's policy needs no `eval`.
 */
Object.assign(window, { drawChart });

function drawChart(
  container: HTMLElement,
  spec: Spec,
  rows: readonly Readonly<Record<string, unknown>>[],
): PageChart {
  const view = new View(parse(spec, undefined, { ast: true }), {
    ...{ container, renderer: 'canvas', hover: false },
    expr: expressionInterpreter,
  });
  view.data('table', [...rows]);
  return {
    resize: (width) => void view.width(width).runAsync(),
    end: () => {
      view.finalize();
      container.replaceChildren();
    },
  };
}
