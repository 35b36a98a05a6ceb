import { join } from 'node:path';
import { theme } from '../charts/theme.ts';
import type { Language } from '../charts/words.ts';
import { noteDrawn } from '../run/drawn-files.ts';
import { writeTogether, type Content } from '../run/files.ts';
import { formats, tableCsv } from './figure.ts';
import { galleryFiles } from './figures.ts';
import { readRun } from './inputs.ts';
import { latexTable } from './latex.ts';
import { reportMarkdown } from './markdown.ts';
import { page } from './page.ts';
import { origin, reportOf, type Report } from './report.ts';

export interface ReportOptions {
  /** Also draws every figure in every format; else the report alone, which draws its own. */
  readonly figures: boolean;
  readonly language?: Language;
  /** Told before each figure is drawn. */
  readonly onFigure?: (id: string) => void;
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
  { figures, language = 'en', onFigure }: ReportOptions,
): Promise<string[]> {
  const run = await readRun(folder);
  const drawn = figures ? formats : [];
  const report = reportOf(run, folder, language, drawn);
  const style = { look: theme('paper'), language, formats: drawn };
  const files = new Map<string, Content>([
    ['report.html', await page(report)],
    ['report.md', reportMarkdown(report)],
    [report.scenarioFile, report.scenarioText],
    ...tableFiles(report),
    ...(await galleryFiles(figures ? report.gallery.drawn : [], run, style, onFigure)),
  ]);
  writeTogether(new Map([...files].map(([name, content]) => [join(folder, name), content])));
  noteDrawn(folder, files.keys());
  return [...files.keys()];
}

function tableFiles(report: Report): [string, Content][] {
  return [report.results, report.institutions, report.assumptions].flatMap((table) => [
    [`tables/${table.id}.tex`, latexTable(table, origin(report))],
    [`tables/${table.id}.csv`, tableCsv(table.data)],
  ]);
}
