import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  SimpleField,
  TextRun,
} from 'docx';
import { footLine, headingOf, theme } from '../../charts/index.ts';
import { figureFiles } from '../../figures/figure.ts';
import { inWords, marks, type Language } from '../../language.ts';
import { citeLine } from '../cite.ts';
import { sourceOf, type Drawn } from '../figures.ts';
import { firstScreen } from '../first-screen.ts';
import { stampOfRun } from '../stamp.ts';
import { pageWords } from '../page-words.ts';
import type { Report } from '../report.ts';
import { wordsOf } from '../scenario-words.ts';
import { settled } from './settled.ts';
import { wordTable } from './table.ts';

/** Width of the text of an A4 page with its margins, in pixels of 1/96 inch. */
const textWidth = 605;

/** Halves of a point. */
const small = 16;

/**
 * The report for a word processor: captions are fields, so that numbers and lists of figures follow; pictures are SVG
 * with a PNG of 300 dpi behind; no clock and no chance in it, so that the same run gives the same bytes.
 */
export async function wordDocument(report: Report): Promise<Uint8Array> {
  const { run, language, gallery, answers } = report;
  const say = pageWords[language];
  const { title, question } = wordsOf(run.scenario, language);
  const first = firstScreen(report);
  const foot = footLine(stampOfRun(report.run), language);
  const heading = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_1 });
  const figures: Paragraph[] = [];
  const drawn = gallery.drawn.filter(({ chart }) => !chart.ofThePaper);
  for (const [k, one] of drawn.entries()) figures.push(...(await figure(report, one, k + 1)));
  const { results, accounts, institutions } = report;
  const tables = [results, ...(accounts ? [accounts] : []), institutions].flatMap((table, k) => [
    caption(say.table(k + 1), 'Table', k + 1, table.title, language),
    wordTable(table, language),
    ...table.notes.map((note) => plain(note, small)),
  ]);
  const document = new Document({
    creator: `creditlab ${run.manifest.creditlab}`,
    title,
    description: foot,
    styles: { default: { document: { run: { font: fonts(language), size: 21 } } } },
    sections: [
      {
        headers: {
          default: new Header({ children: [plain(`${title} · ${say.simulation}`, small)] }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                children: [new TextRun({ children: [PageNumber.CURRENT], size: small })],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ text: first.sentence, heading: HeadingLevel.TITLE }),
          plain(question),
          ...first.numbers.map(({ value, unit, of }) => plain(`${value} ${unit}: ${of}`)),
          plain(first.caveat, small),
          heading(say.verdict),
          ...answers.flatMap(({ question: asked, sentences }) => [
            new Paragraph({ text: asked, heading: HeadingLevel.HEADING_2 }),
            ...sentences.map((text) => new Paragraph({ text, bullet: { level: 0 } })),
          ]),
          heading(say.results),
          ...tables,
          heading(say.figures),
          ...figures,
          heading(say.cite),
          plain(citeLine(report)),
        ],
      },
    ],
  });
  return settled(await Packer.toBuffer(document));
}

function fonts(language: Language) {
  const latin = 'Calibri';
  return {
    ascii: latin,
    hAnsi: latin,
    cs: latin,
    eastAsia: inWords(language, { en: latin, zh: 'SimSun' }),
  };
}

function plain(text: string, size?: number): Paragraph {
  return new Paragraph({
    spacing: { after: 80 },
    children: [new TextRun({ text, ...(size !== undefined && { size }) })],
  });
}

/** `Figure 3. …`, its number a field that Word counts anew. */
function caption(
  label: string,
  sequence: 'Figure' | 'Table',
  number: number,
  text: string,
  language: Language,
): Paragraph {
  const word = label.replace(String(number), '').trim();
  return new Paragraph({
    style: 'Caption',
    keepNext: sequence === 'Table',
    spacing: { before: 120, after: 120 },
    children: [
      new TextRun({ text: `${word} ` }),
      new SimpleField(`SEQ ${sequence} \\* ARABIC`, String(number)),
      new TextRun({ text: inWords(language, { en: `. ${text}`, zh: `　${text}` }) }),
    ],
  });
}

async function figure(
  { run, language }: Report,
  { chart, drawing }: Drawn,
  number: number,
): Promise<Paragraph[]> {
  const look = theme('paper');
  const style = { look, language, formats: ['svg', 'png'], dpi: 300, untitled: true } as const;
  const files = await figureFiles(chart.id, drawing, style, sourceOf(chart, run));
  const svg = Buffer.from(files.get(`${chart.id}.svg`) ?? '');
  const png = Buffer.from(files.get(`${chart.id}.png`) ?? '');
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const { title, subtitle } = headingOf(drawing.spec(look, language));
  const say = pageWords[language];
  const { stop, space } = marks[language];
  const transformation = { width: textWidth, height: Math.round((textWidth * height) / width) };
  return [
    new Paragraph({
      keepNext: true,
      children: [
        new ImageRun({
          type: 'svg',
          data: svg,
          transformation,
          fallback: { type: 'png', data: png },
          altText: { name: chart.id, title, description: drawing.altText(language) },
        }),
      ],
    }),
    caption(say.figure(number), 'Figure', number, `${title}${stop}${space}${subtitle}`, language),
    plain(drawing.caption(language), small),
  ];
}
