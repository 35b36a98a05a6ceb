import { latinFont, type Theme } from '../charts/index.ts';
import { faceOf, familyFor, fontRule, type Face } from './fonts.ts';
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

const textElement = /<text\b([^>]*)>(.*?)<\/text>/gs;

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
  const drawn = sizeOf(svg);
  const width = canvas?.width ?? inner;
  const height = canvas?.height ?? (width * drawn.height) / drawn.width;
  const box = canvas ?? drawn;
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
export function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const box = /^<svg\b[^>]*\bviewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg);
  if (!box) throw new Error('Vega drew no svg element with a viewBox');
  return { width: Number(box[1]), height: Number(box[2]) };
}

/** A text element in a family that has all its letters. */
function inOneFont(element: string, attributes: string, content: string): string {
  const wanted = /font-family="([^"]*)"/.exec(attributes)?.[1] ?? latinFont;
  const family = familyFor(textOf(content), wanted);
  return element.replace(/font-family="[^"]*"/, `font-family="'${family}', sans-serif"`);
}

/** The letters between the tags. */
function textOf(content: string): string {
  return unescapeXml(content.replaceAll(/<[^>]*>/g, ''));
}

/** Which letters of which faces a finished figure uses, Latin before Chinese and regular before semibold. */
function fontUse(svg: string): Use[] {
  const uses = new Map<string, Use>();
  for (const [, attributes = '', content = ''] of svg.matchAll(textElement)) {
    const family = /font-family="'([^']*)'/.exec(attributes)?.[1] ?? latinFont;
    const face = faceOf(family, weightOf(/font-weight="([^"]*)"/.exec(attributes)?.[1]));
    const use = uses.get(face.path) ?? { face, letters: new Set<string>() };
    for (const letter of textOf(content)) use.letters.add(letter);
    uses.set(face.path, use);
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
