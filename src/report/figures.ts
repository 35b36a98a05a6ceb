import { join } from 'node:path';
import { isMissing, stampOf, theme, widths, type Chart, type Drawing } from '../charts/index.ts';
import { charts } from '../charts/registry.ts';
import { fileMark, type Words } from '../language.ts';
import { source } from '../paper/index.ts';
import type { Content } from '../folder/index.ts';
import { figureFiles, type FigureSource } from '../figures/figure.ts';
import type { FigureStyle } from '../figures/index.ts';
import type { DrawableRun } from './inputs.ts';

/** A chart that could be drawn. */
export interface Drawn {
  readonly chart: Chart;
  readonly drawing: Drawing;
}

/** What came of all charts. */
export interface Gallery {
  readonly drawn: readonly Drawn[];
  /** Those that these results do not allow, and why. */
  readonly missing: readonly { readonly chart: Chart; readonly reason: Words }[];
}

/** Asks every chart, or those named, for a drawing. */
export function gallery(run: Pick<DrawableRun, 'inputs'>, only?: readonly string[]): Gallery {
  const drawn: Drawn[] = [];
  const missing: { chart: Chart; reason: Words }[] = [];
  for (const chart of charts) {
    if (only && !only.includes(chart.id)) continue;
    const result = chart.draw(run.inputs);
    if (isMissing(result)) missing.push({ chart, reason: result.missing });
    else drawn.push({ chart, drawing: result });
  }
  return { drawn, missing };
}

/**
 * Folder of figures inside an output folder: the plain one for papers in English at their own width, which the report
 * shows, and one inside it for any other style, e.g. `figures/slides-zh` or `figures/single`.
 */
export function figuresFolder({ look, language }: Pick<FigureStyle, 'look' | 'language'>): string {
  const style = [
    look.id === 'paper' ? '' : look.id,
    look.width === theme(look.id).width ? '' : widthName(look.width),
    fileMark(language),
  ].filter((part) => part !== '');
  return join('figures', style.join('-'));
}

function widthName(width: number): string {
  const named = Object.entries(widths).find(([, points]) => points === width)?.[0];
  return named ?? `${Math.round((width / 72) * 25.4)}mm`;
}

/** Files of all drawings by path inside the output folder; `onFigure` is told before each. */
export async function galleryFiles(
  drawn: readonly Drawn[],
  run: ChartOrigin,
  style: FigureStyle,
  onFigure: () => void | Promise<void> = () => {},
): Promise<Map<string, Content>> {
  const folder = figuresFolder(style);
  const files = new Map<string, Content>();
  for (const { chart, drawing } of drawn) {
    await onFigure();
    const made = await figureFiles(chart.id, drawing, style, sourceOf(chart, run));
    for (const [name, content] of made) files.set(join(folder, name), content);
  }
  return files;
}

/** What the origin of a chart's numbers is told by. */
export interface ChartOrigin extends Pick<DrawableRun, 'inputs' | 'experiments' | 'resultsHash'> {
  readonly manifest: Pick<DrawableRun['manifest'], 'creditlab'>;
}

/** What made the numbers of a chart: the run, an experiment with a seed and size of its own, or the paper's authors. */
export function sourceOf(
  chart: Chart,
  { inputs, manifest, experiments, resultsHash }: ChartOrigin,
): FigureSource {
  const { id, seed, replicates, borrowers } = inputs.scenario;
  const own = experiments.find((one) => one.id === chart.experiment);
  const program = `creditlab ${own?.version ?? manifest.creditlab}`;
  const stamp = stampOf(chart, inputs, program);
  if (chart.ofThePaper)
    return { program, stamp, origin: [['Source', `${source.authors}, ${source.title}`]] };
  return {
    program,
    stamp,
    origin: [
      ['Scenario', id],
      ...(own === undefined ? [] : [['Experiment', own.id] as const]),
      ['Seed', own?.seed ?? seed],
      ['Replicates', String(own?.replicates ?? replicates)],
      ['Borrowers', String(own?.borrowers ?? borrowers)],
      ['Results SHA-256', own?.hash ?? resultsHash],
    ],
  };
}
