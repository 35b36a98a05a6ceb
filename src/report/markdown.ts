import { alikeMark } from '../findings/index.ts';
import { markdownTable } from '../text/markdown-table.ts';
import { marks } from '../language.ts';
import { plainMarkdown, plainParagraph } from '../text/markdown.ts';
import { footLine, headingOf, stampFor, theme } from '../charts/index.ts';
import { sourceOf } from './figures.ts';
import { stampOfRun } from './stamp.ts';
import { origin, picturesOf, type Report } from './report.ts';
import { wordsOf } from './scenario-words.ts';
import { pageWords } from './page-words.ts';
import { headOf, type ReportTable } from './tables.ts';

/** The report as Markdown, its figures as links to the PNG files beside it. */
export function reportMarkdown(report: Report): string {
  const { run, language, answers, gallery } = report;
  const { scenario } = run;
  const say = pageWords[language];
  const own = wordsOf(scenario, language);
  const look = theme('paper');
  const { colon, stop, space } = marks[language];
  const figures = gallery.drawn
    .filter(({ chart }) => !chart.ofThePaper)
    .flatMap(({ chart, drawing }, k) => {
      const heading = plainMarkdown(headingOf(drawing.spec(look, language)).title);
      const png = picturesOf(report, chart.id).find(({ format }) => format === 'png');
      const caption = `${say.figure(k + 1)}${colon}${heading}${stop}${space}${plainMarkdown(drawing.caption(language))}`;
      return [
        `### ${say.figure(k + 1)}${colon}${heading}`,
        '',
        // An image alone in its paragraph is a figure to pandoc, its text the caption.
        ...(png === undefined
          ? [caption]
          : [`![${caption}](${png.path}){alt="${heading.replaceAll('"', '')}"}`]),
        '',
        footLine(stampFor(drawing, sourceOf(chart, run).stamp), language),
        '',
      ];
    });
  return [
    `# ${plainMarkdown(own.title)}`,
    '',
    plainParagraph(own.question),
    '',
    footLine(stampOfRun(report.run), language),
    '',
    `## ${say.verdict}`,
    '',
    ...answers.flatMap(({ question, sentences }) => [
      `### ${plainMarkdown(question)}`,
      '',
      ...sentences.map((sentence) => `- ${plainParagraph(sentence)}`),
      '',
    ]),
    `## ${say.results}`,
    '',
    ...tableOf(report.results),
    ...(report.accounts ? tableOf(report.accounts) : []),
    `## ${say.figures}`,
    '',
    ...figures,
    `## ${say.institutions}`,
    '',
    ...tableOf(report.institutions),
    `## ${say.assumptions}`,
    '',
    ...report.assumptions.notes.map(plainParagraph),
    '',
    `## ${say.reproduce}`,
    '',
    say.reproduceHow[0],
    '',
    '    creditlab verify .',
    '',
    origin(report),
    '',
  ].join('\n');
}

function tableOf({ columns, rows, notes }: ReportTable): string[] {
  return [
    ...markdownTable(
      columns.map((column) => plainMarkdown(headOf(column))),
      rows.map((cells) =>
        // The mark does not stick to its number.
        cells.map((cell) => plainMarkdown(cell.replace(alikeMark, ` ${alikeMark}`))),
      ),
      columns.map(({ numeric }) => numeric),
    ),
    '',
    ...notes.flatMap((note) => [plainParagraph(note), '']),
  ];
}
