import PdfDocument from 'pdfkit';
import svgToPdf from 'svg-to-pdfkit';
import { languageTags, type Language } from '../language.ts';
import { faceOf, type Face } from './faces.ts';
import { provenanceLines, type Provenance } from './provenance.ts';

/** PDF wants a date; a fixed one keeps the same figure the same bytes. */
const dateless = new Date(0);

/** A finished SVG figure as a one-page PDF: vectors, selectable text, the fonts it uses embedded. */
export async function pdfOf(svg: string, about: Provenance, language: Language): Promise<Buffer> {
  const size = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg);
  const page = /width="([\d.]+)pt" height="([\d.]+)pt"/.exec(svg);
  if (!size || !page) throw new Error('the figure has no size');
  const [width, height] = [Number(page[1]), Number(page[2])];
  const document = new PdfDocument({
    size: [width, height],
    margin: 0,
    lang: languageTags[language],
    info: {
      Title: about.title,
      Subject: about.description,
      Creator: about.program,
      Producer: about.program,
      Keywords: provenanceLines(about)
        .map(([key, value]) => `${key}: ${value}`)
        .join('; '),
      CreationDate: dateless,
    },
  });
  const done = collect(document);
  const registered = new Set<string>();
  // Its reader takes `pt` for 4/3 of a unit even where units are points.
  svgToPdf(document, svg.replace(page[0], `width="${width}" height="${height}"`), 0, 0, {
    width,
    height,
    assumePt: true,
    fontCallback: (families, bold) => name(faceOf(firstOf(families), bold ? 600 : 400)),
    warningCallback: (warning) => {
      throw new Error(`PDF: ${warning}`);
    },
  });
  document.end();
  return done;

  function name(face: Face): string {
    const key = `${face.family}-${face.weight}`;
    if (!registered.has(key)) document.registerFont(key, face.path);
    registered.add(key);
    return key;
  }
}

/** The first of a list of CSS families, without its quotes. */
function firstOf(families: string): string {
  return (families.split(',')[0] ?? '').replaceAll(/['"]/g, '').trim();
}

function collect(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
}
