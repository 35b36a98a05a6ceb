import { join } from 'node:path';
import { isMissing, type Chart, type Drawing } from '../charts/chart.ts';
import { charts } from '../charts/index.ts';
import type { Words } from '../charts/words.ts';
import type { Content } from '../run/files.ts';
import { figureFiles, type FigureStyle } from './figure.ts';
import type { StoredRun } from './inputs.ts';

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
export function gallery(run: StoredRun, only?: readonly string[]): Gallery {
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

/** Folder of figures inside an output folder: the plain one for papers in English, one beside it for any other style. */
function figuresFolder({ look, language }: FigureStyle): string {
  const style = [look.id === 'paper' ? '' : look.id, language === 'en' ? '' : language]
    .filter((part) => part !== '')
    .join('-');
  return style === '' ? 'figures' : join('figures', style);
}

/** Files of all drawings by path inside the output folder. */
export async function galleryFiles(
  drawn: readonly Drawn[],
  run: StoredRun,
  style: FigureStyle,
  onFigure: (id: string) => void = () => {},
): Promise<Map<string, Content>> {
  const { scenario } = run.inputs;
  const about = {
    program: `creditlab ${run.manifest.creditlab}`,
    scenario: scenario.id,
    seed: scenario.seed,
    replicates: scenario.replicates,
    results: run.resultsHash,
  };
  const folder = figuresFolder(style);
  const files = new Map<string, Content>();
  for (const { chart, drawing } of drawn) {
    onFigure(chart.id);
    const title = chart.title[style.language];
    for (const [name, content] of await figureFiles(chart.id, title, drawing, style, about))
      files.set(join(folder, name), content);
  }
  return files;
}
