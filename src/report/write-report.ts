import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { theme } from '../charts/index.ts';
import type { Labelling } from '../institution-names.ts';
import type { Language } from '../language.ts';
import type { Content } from '../folder/index.ts';
import { publishBeside } from '../folder/output-folder.ts';
import { formats } from '../figures/index.ts';
import { csvOf } from '../text/csv.ts';
import { figuresFolder, gallery, galleryFiles } from './figures.ts';
import { readRun } from './inputs.ts';
import { latexTable } from './latex.ts';
import { reportMarkdown } from './markdown.ts';
import { page } from './page.ts';
import { origin, reportOf, type Report } from './report.ts';

export interface ReportOptions {
  /** Also draws every figure in every format; else the report alone, which draws its own. */
  readonly figures: boolean;
  readonly language?: Language;
  /** Built-in institutions by type, or with the country that stands for them. */
  readonly labels?: Labelling;
  /** Replaces files of a report that were edited since. */
  readonly force?: boolean;
  /** Told before each figure is drawn, which waits for it. */
  readonly onFigure?: () => void | Promise<void>;
}

/**
 * Writes the report of a finished run into its folder: report.html, report.md, tables/ (LaTeX and CSV), the
 * scenario with every number stated, and figures/. Reads stored results only; all files are replaced together.
 *
 * @returns the paths written, in the folder
 * @throws UserError if the folder holds no finished run, or cannot be written to
 */
export async function writeReport(
  folder: string,
  { figures, language = 'en', labels = 'types', force = false, onFigure }: ReportOptions,
): Promise<string[]> {
  const run = await readRun(folder, { labels });
  const style = { look: theme('paper'), language, formats };
  const charts = gallery(run);
  const pictures = await galleryFiles(figures ? charts.drawn : [], run, style, onFigure);
  const earlier = filesIn(folder, figuresFolder(style));
  const there = new Set([...earlier, ...pictures.keys()]);
  const report = reportOf(run, { folder, language, gallery: charts, pictures: there });
  const files = new Map<string, Content>([
    ['report.html', await page(report)],
    ['report.md', reportMarkdown(report)],
    [report.scenarioFile, report.scenarioText],
    ...tableFiles(report),
    ...pictures,
  ]);
  publishBeside(folder, files, { leaves: true, force });
  return [...files.keys()];
}

/** What lies in a folder inside the output folder, as paths from the latter. */
function filesIn(folder: string, inside: string): string[] {
  try {
    return readdirSync(join(folder, inside)).map((name) => join(inside, name));
  } catch {
    return [];
  }
}

function tableFiles(report: Report): [string, Content][] {
  return [report.results, report.institutions, report.assumptions].flatMap((table) => [
    [`tables/${table.id}.tex`, latexTable(table, origin(report))],
    [`tables/${table.id}.csv`, csvOf(table.data)],
  ]);
}
