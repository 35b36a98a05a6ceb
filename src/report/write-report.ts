import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { theme } from '../charts/index.ts';
import type { Labelling } from '../institution-names.ts';
import { fileMark, type Language, fileNameIn } from '../language.ts';
import type { Content } from '../folder/index.ts';
import { publishBeside } from '../folder/output-folder.ts';
import { formats } from '../figures/index.ts';
import { csvOf } from '../text/csv.ts';
import { figuresFolder, gallery, galleryFiles } from './figures.ts';
import { readRun } from './inputs.ts';
import { latexAppendix, latexTable } from './latex/latex.ts';
import { latexFigures } from './latex/latex-figures.ts';
import { linked } from './page/linked.ts';
import { reportMarkdown } from './markdown.ts';
import { page } from './page/page.ts';
import { bibliography } from './cite.ts';
import { reportOf, type Report } from './report.ts';
import { wordsOf } from './scenario-words.ts';
import { wideTable } from './wide-table.ts';
import { wordDocument } from './word/document.ts';
import { verdictMarkdown } from '../folder/verdict-file.ts';

export interface WriteReportOptions {
  /** Also draws every figure in every format; else the report alone, which draws its own. */
  readonly figures: boolean;
  readonly language?: Language;
  /** Built-in institutions by type, or with the country that stands for them. */
  readonly labels?: Labelling;
  /** Also writes report.docx, for a word processor. */
  readonly docx?: boolean;
  /** Columns of numbers in LaTeX are those of siunitx. */
  readonly siunitx?: boolean;
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
  {
    figures,
    language = 'en',
    labels = 'types',
    docx = false,
    siunitx = false,
    force = false,
    onFigure,
  }: WriteReportOptions,
): Promise<string[]> {
  const run = await readRun(folder, { labels, language });
  const style = { look: theme('paper'), language, formats };
  const charts = gallery(run);
  const pictures = await galleryFiles(figures ? charts.drawn : [], run, style, onFigure);
  const earlier = filesIn(folder, figuresFolder(style));
  const there = new Set([...earlier, ...pictures.keys()]);
  const report = reportOf(run, { language, gallery: charts, pictures: there });
  const name = (file: string) => fileNameIn(file, language);
  const files = new Map<string, Content>([
    ...linked(folder, name('report.html'), await page(report), language),
    [name('report.md'), reportMarkdown(report)],
    ...(fileMark(language) === ''
      ? []
      : [[name('verdict.md'), verdictMarkdown(titled(report), report.answers, language)] as const]),
    [report.scenarioFile, report.scenarioText],
    ...tableFiles(report, siunitx),
    ...(docx ? [[name('report.docx'), await wordDocument(report)] as const] : []),
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

function tableFiles(report: Report, siunitx: boolean): [string, Content][] {
  const { id } = report.run.scenario;
  const more: [string, Content][] = [
    ['tables/results-wide.csv', wideTable(report)],
    ['tables/figures.tex', latexFigures(report)],
    ['tables/creditlab.bib', bibliography(report)],
    ['tables/assumptions-appendix.tex', latexAppendix(report.assumptions, id)],
  ].map(([file = '', text = '']) => [fileNameIn(file, report.language), text]);
  const { results, accounts, institutions, assumptions } = report;
  return [results, ...(accounts ? [accounts] : []), institutions, assumptions]
    .flatMap((table): [string, Content][] => [
      [fileNameIn(`tables/${table.id}.tex`, report.language), latexTable(table, id, { siunitx })],
      [fileNameIn(`tables/${table.id}.csv`, report.language), csvOf(table.data)],
    ])
    .concat(more);
}

/** The scenario of a report, saying about itself what it says in the report's language. */
function titled({ run, language }: Report): Report['run']['scenario'] {
  return { ...run.scenario, ...wordsOf(run.scenario, language) };
}
