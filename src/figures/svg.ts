import { latinFont, type Theme } from '../charts/index.ts';
import { faceOf, type Face } from './faces.ts';
import { familyFor, fontRule, runsOf, type FontRun } from './fonts.ts';
import { provenanceLines, type Provenance } from './provenance.ts';
import { weightOf } from './vega-view.ts';

/** Text for XML: no markup survives. */
function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** Letters that one face must have in one figure. */
interface Use {
  readonly face: Face;
  readonly letters: Set<string>;
}

/** A piece of a text in a font of its own. */
const ownSpan = /<tspan font-family="'([^']*)'">([^<]*)<\/tspan>/g;

const textElement = /<text\b([^>]*)>(.*?)<\/text>/gs;

/** Below this share of the width that was asked for, a drawing is not stretched to it. */
const narrow = 0.8;

/**
 * Vega's SVG as a figure to keep: exactly as wide as its look, on the canvas of its look if there is one, every text in
 * a font that can write it, with title, description and provenance. Without the fonts themselves: for rasters and PDF,
 * which have their own.
 *
 * @returns the picture and its width in points
 */
export function finishSvg(
  svg: string,
  { width: inner, canvas }: Pick<Theme, 'width' | 'canvas'>,
  about: Provenance,
): { readonly svg: string; readonly width: number } {
  const drawn = svgSize(svg);
  const width = canvas?.width ?? inner;
  // A drawing that needs little room keeps its letters; one that is about as wide as asked fills the width exactly.
  const isNarrow = drawn.width < inner * narrow;
  const box = canvas ?? (isNarrow ? { ...drawn, width: inner } : drawn);
  const height = canvas?.height ?? (width * box.height) / box.width;
  const head =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}pt" height="${round(height)}pt" ` +
    `viewBox="0 0 ${round(box.width)} ${round(box.height)}" role="img" aria-labelledby="title desc">` +
    `<title id="title">${escapeXml(about.title)}</title>` +
    `<desc id="desc">${escapeXml(about.description)}</desc>` +
    `<metadata>${provenanceLines(about)
      .map(([key, value]) => `${key}: ${escapeXml(value)}`)
      .join('\n')}</metadata>`;
  const body = renumbered(svg.slice(svg.indexOf('>') + 1)).replaceAll(textElement, inOneFont);
  if (canvas === undefined) return { svg: head + body, width };
  const { margin } = canvas;
  const scale = Math.min(inner / drawn.width, (canvas.height - 2 * margin) / drawn.height);
  const open =
    `<rect width="${round(canvas.width)}" height="${round(canvas.height)}" fill="white"/>` +
    `<g transform="translate(${margin},${margin}) scale(${scale.toFixed(5)})">`;
  return { svg: `${head}${open}${body.replace(/<\/svg>\s*$/, '</g></svg>')}`, width };
}

/** Ids of clip paths and gradients count over all that a process draws; here from 1 in every picture. */
function renumbered(svg: string): string {
  const numbers = new Map<string, string>();
  for (const [, id = ''] of svg.matchAll(/\sid="([^"]+)"/g)) {
    const kind = id.replace(/\d+$/, '');
    const count = [...numbers.keys()].filter((one) => one.replace(/\d+$/, '') === kind).length;
    numbers.set(id, `${kind}${count + 1}`);
  }
  const known = (id: string) => numbers.get(id) ?? id;
  return svg
    .replaceAll(/(\sid=")([^"]+)(")/g, (_, open: string, id: string, end: string) => {
      return open + known(id) + end;
    })
    .replaceAll(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${known(id)})`);
}

/** Width and height of a picture that Vega drew, in its own unit. */
export function svgSize(svg: string): { readonly width: number; readonly height: number } {
  const box = /^<svg\b[^>]*\bviewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg);
  if (!box) throw new Error('Vega drew no svg element with a viewBox');
  return { width: Number(box[1]), height: Number(box[2]) };
}

/** A text element in a family that has its letters; a piece that needs another one is a span of its own. */
function inOneFont(element: string, attributes: string, content: string): string {
  const wanted = /font-family="([^"]*)"/.exec(attributes)?.[1] ?? latinFont;
  const main = familyFor(textOf(content), wanted);
  const written = content.replaceAll(/[^<>]+(?=<|$)/g, (piece) => {
    const runs = runsOf(unescapeXml(piece), wanted, main);
    if (runs.length === 1 && runs[0].family === main && runs[0].text === unescapeXml(piece))
      return piece;
    return runs.map((run) => spanOf(run, main)).join('');
  });
  const start = element.slice(0, element.indexOf('>') + 1);
  const named = start.replace(/font-family="[^"]*"/, `font-family="'${main}', sans-serif"`);
  return `${named}${written}</text>`;
}

function spanOf({ family, text }: FontRun, main: string): string {
  const escaped = escapeXml(text);
  return family === main ? escaped : `<tspan font-family="'${family}'">${escaped}</tspan>`;
}

/** The letters between the tags. */
function textOf(content: string): string {
  return unescapeXml(content.replaceAll(/<[^>]*>/g, ''));
}

/** Which letters of which faces a finished figure uses, Latin before Chinese and regular before semibold. */
function fontUse(svg: string): Use[] {
  const uses = new Map<string, Use>();
  const use = (family: string, weight: number, text: string) => {
    const face = faceOf(family, weight);
    const known = uses.get(face.path) ?? { face, letters: new Set<string>() };
    for (const letter of text) known.letters.add(letter);
    uses.set(face.path, known);
  };
  for (const [, attributes = '', content = ''] of svg.matchAll(textElement)) {
    const family = /font-family="'([^']*)'/.exec(attributes)?.[1] ?? latinFont;
    const weight = weightOf(/font-weight="([^"]*)"/.exec(attributes)?.[1]);
    for (const [, own = '', text = ''] of content.matchAll(ownSpan)) use(own, weight, textOf(text));
    use(family, weight, textOf(content.replaceAll(ownSpan, '')));
  }
  return [...uses.values()].toSorted((a, b) => (a.face.path < b.face.path ? 1 : -1));
}

/** The figure with the glyphs that it uses, so that it looks the same wherever it is opened. */
export async function withFonts(svg: string): Promise<string> {
  const rules: string[] = [];
  for (const { face, letters } of fontUse(svg)) rules.push(await fontRule(face, letters));
  return svg.replace('</metadata>', `</metadata><style>${rules.join('')}</style>`);
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
