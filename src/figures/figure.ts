import { plainMarkdown, plainParagraph } from '../text/markdown.ts';
import type { TopLevelSpec } from 'vega-lite';
import {
  headingOf,
  pictureOf,
  smaller,
  type Drawing,
  type Stamp,
  type Theme,
} from '../charts/index.ts';
import { inWords, marks, type Language } from '../language.ts';
import { csvOf } from '../text/csv.ts';
import type { Content } from '../folder/index.ts';
import type { formats } from './formats.ts';
import { pdfOf } from './pdf.ts';
import { pngOf } from './png.ts';
import { factName, provenanceLines, type Provenance } from './provenance.ts';
import { finishSvg, svgSize, withFonts } from './svg.ts';
import { render } from './vega-view.ts';

type Format = (typeof formats)[number];

/** How figures are drawn and what is written. */
export interface FigureStyle {
  readonly look: Theme;
  readonly language: Language;
  readonly formats: readonly Format[];
  /** Pixels an inch of PNG files; 192 unless said otherwise. */
  readonly dpi?: number;
  /** Leaves the title out, for documents that have their own; the foot stays. */
  readonly untitled?: boolean;
}

/** Where the numbers of a figure come from. */
export interface FigureSource extends Pick<Provenance, 'program' | 'origin'> {
  /** What stands under the picture. */
  readonly stamp: Stamp;
}

/**
 * All files of one figure by name. The same drawing in the same style gives the same bytes.
 *
 * @param about where the numbers come from; title and description are the drawing's own
 */
export async function figureFiles(
  id: string,
  drawing: Drawing,
  { look, language, formats: wanted, dpi, untitled = false }: FigureStyle,
  { stamp, ...about }: FigureSource,
): Promise<Map<string, Content>> {
  const { spec, svg: drawn } = await fitted(drawing, stamp, look, language, !untitled);
  const { title } = headingOf(spec);
  const provenance = { ...about, figure: id, title, description: drawing.altText(language) };
  const { svg, width } = finishSvg(drawn, look, provenance);
  const make: Readonly<Record<Format, () => Content | Promise<Content>>> = {
    svg: () => withFonts(svg),
    pdf: () => pdfOf(svg, provenance, language),
    png: () => pngOf(svg, width, provenance, dpi),
    'vl.json': () => `${JSON.stringify(spec, null, 2)}\n`,
    csv: () => csvOf(drawing.table),
    md: () => description(drawing.caption(language), provenance, language),
  };
  const files = new Map<string, Content>();
  for (const format of wanted) files.set(`${id}.${format}`, await make[format]());
  return files;
}

/** What type may shrink to where a figure would else be too tall. */
const scales = [1, 0.93, 0.86, 0.8, 0.73, 0.66];

/** A drawing at the largest type at which it is no taller than its look allows; at the smallest if none does. */
async function fitted(
  drawing: Drawing,
  stamp: Stamp,
  look: Theme,
  language: Language,
  titled: boolean,
) {
  let last: { readonly spec: TopLevelSpec; readonly svg: string } | undefined;
  for (const scale of scales.filter((one) => one * look.fontSize >= look.leastFontSize)) {
    const sized = scale === 1 ? look : smaller(look, scale);
    const spec = pictureOf(drawing, stamp, sized, language, titled);
    const { svg } = await render(spec);
    const { width, height } = svgSize(svg);
    last = { spec, svg };
    if ((look.width * height) / width <= look.tallest) break;
  }
  if (last === undefined) throw new Error('there is no scale to draw at');
  return last;
}

/** Caption, alternative text and provenance, to be copied into a paper. */
function description(caption: string, about: Provenance, language: Language): string {
  const heading = inWords(language, {
    en: { alt: 'Alternative text', from: 'Provenance' },
    zh: { alt: '替代文本', from: '来源' },
  });
  return [
    `# ${plainMarkdown(about.title)}`,
    '',
    plainParagraph(caption),
    '',
    `## ${heading.alt}`,
    '',
    plainParagraph(about.description),
    '',
    `## ${heading.from}`,
    '',
    ...provenanceLines(about).map(
      ([name, value]) =>
        `- ${factName(name, language)}${marks[language].colon}${plainMarkdown(value)}`,
    ),
    '',
  ].join('\n');
}
