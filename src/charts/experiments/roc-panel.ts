import type { ChartInputs, Panel } from '../chart.ts';
import type { CurvePoint } from '../kit/experiment-rows.ts';
import { fade, roundAxis } from '../kit/frame.ts';
import { institutionDash, institutionScales } from '../kit/institutions.ts';
import { dashed, ink, type Theme } from '../theme.ts';

/** What the panels of a figure share. */
interface Common {
  readonly side: number;
  readonly legend: object;
  readonly inputs: ChartInputs;
  readonly look: Theme;
}

/** One panel: curves of institutions beside the line on which both axes say the same. */
interface Curves {
  readonly name: 'roc' | 'calibration';
  readonly points: readonly CurvePoint[];
  /** Where both axes end. */
  readonly top: number;
  readonly titleX: string;
  readonly titleY: string;
}

export function rocPanel(
  { side, legend, inputs, look }: Common,
  { name, points, top, titleX, titleY }: Curves,
): Panel | undefined {
  if (points.length === 0) return undefined;
  const { domain, ticks } = roundAxis(0, top, 4);
  const channel = (field: string, axisTitle: string) =>
    ({
      field,
      type: 'quantitative',
      scale: { domain, nice: false },
      axis: { title: axisTitle, values: ticks, ...axisText(name) },
    }) as const;
  const x = channel('at', titleX);
  const y = channel('mean', titleY);
  const own = { field: 'institution', type: 'nominal', legend } as const;
  const color = { ...own, scale: institutionScales(inputs.scenario, look).colour };
  const data = { name, values: [...points] };
  const corners = [0, top].map((end) => ({ at: end, mean: end }));
  const isRoc = name === 'roc';
  return {
    width: side,
    height: side,
    layer: [
      {
        data: { values: corners },
        mark: {
          type: 'line',
          color: ink.axis,
          strokeDash: dashed([2, 2], look),
          strokeWidth: look.line,
        },
        encoding: { x, y },
      },
      {
        data,
        mark: { type: 'rule', clip: true },
        encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' }, color, opacity: fade },
      },
      {
        data,
        mark: isRoc
          ? { type: 'line', clip: true, strokeWidth: look.line }
          : { type: 'point', clip: true, size: (look.point * 0.5) ** 2 },
        encoding: {
          ...{ x, y, color },
          ...(isRoc && {
            strokeDash: { ...own, ...institutionDash(inputs.scenario, look, legend) },
          }),
          opacity: fade,
        },
      },
    ],
  };
}

/** Axes of the ROC count applicants of a hundred; those of odds are in per cent. */
function axisText(panel: string) {
  return panel === 'roc' ? { labelExpr: "format(100 * datum.value, 'd')" } : { format: '.0%' };
}
