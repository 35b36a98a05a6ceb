import { markdownTable } from '../text/markdown-table.ts';
import { origin, picturesOf, type Report } from './report.ts';
import { quoted } from './page-body.ts';
import { pageWords } from './page-words.ts';
import { headOf, type ReportTable } from './tables.ts';

/** The report as Markdown, its figures as links to the SVG files beside it. */
export function reportMarkdown(report: Report): string {
  const { run, language, answers, gallery } = report;
  const { scenario } = run;
  const say = pageWords[language];
  const figures = gallery.drawn.flatMap(({ chart, drawing }) => [
    `### ${chart.title[language]}`,
    '',
    ...picturesOf(report, chart.id)
      .filter(({ format }) => format === 'svg')
      .flatMap(({ path }) => [`![${oneLine(drawing.altText(language))}](${path})`, '']),
    drawing.caption(language),
    '',
  ]);
  return [
    `# ${oneLine(scenario.title)}`,
    '',
    oneLine(scenario.question),
    '',
    `## ${say.verdict}`,
    '',
    ...answers.flatMap(({ question, sentences }) => [
      `### ${question}`,
      '',
      ...sentences.map((sentence) => `- ${sentence}`),
      '',
    ]),
    `## ${say.results}`,
    '',
    ...tableOf(report.results),
    `## ${say.figures}`,
    '',
    ...figures,
    `## ${say.institutions}`,
    '',
    ...tableOf(report.institutions),
    `## ${say.assumptions}`,
    '',
    ...report.assumptions.notes,
    '',
    `## ${say.reproduce}`,
    '',
    say.reproduceHow[0],
    '',
    `    creditlab verify ${quoted(report.folder)}`,
    '',
    origin(report),
    '',
  ].join('\n');
}

function tableOf({ columns, rows, notes }: ReportTable): string[] {
  return [
    ...markdownTable(
      columns.map((column) => oneLine(headOf(column))),
      rows.map((cells) => cells.map(oneLine)),
      columns.map(({ numeric }) => numeric),
    ),
    '',
    ...notes.flatMap((note) => [note, '']),
  ];
}

/** Text that stays on its line and starts no markup: HTML and brackets are escaped. */
function oneLine(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll('<', '&lt;')
    .replaceAll(/[[\]]/g, (bracket) => `\\${bracket}`);
}
