import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';
import subsetFont from 'subset-font';
import { chineseFont, latinFont } from '../charts/theme.ts';
import { programFolder } from '../program-folder.ts';

/** One font file of assets/fonts. */
export interface Face {
  /** Name in SVG, and in PDF with `-` and the weight. */
  readonly family: string;
  readonly weight: 400 | 600;
  readonly path: string;
}

const face = (family: string, weight: 400 | 600): Face => ({
  family,
  weight,
  path: fileURLToPath(
    new URL(
      `assets/fonts/${family.replaceAll(' ', '')}-${weight === 600 ? 'Semibold' : 'Regular'}.ttf`,
      programFolder,
    ),
  ),
});

/** All that figures are written with; nothing of the machine's own fonts is used. */
export const faces: readonly Face[] = [
  face(latinFont, 400),
  face(latinFont, 600),
  face(chineseFont, 400),
  face(chineseFont, 600),
];

const opened = new Map<string, Font>();

/** The bytes of a face. */
function bytesOf(one: Face): Buffer {
  return readFileSync(one.path);
}

function open(one: Face): Font {
  let font = opened.get(one.path);
  if (font === undefined) {
    const made = create(bytesOf(one));
    if ('fonts' in made) throw new Error(`${one.path} is a collection, not one font`);
    font = made;
    opened.set(one.path, font);
  }
  return font;
}

/** The face of a family and weight; anything from 600 up is semibold. */
export function faceOf(family: string, weight: number): Face {
  const bold = weight >= 600 ? 600 : 400;
  const found = faces.find((one) => one.family === family && one.weight === bold);
  if (found === undefined) throw new Error(`no font ${family} ${weight} in assets/fonts`);
  return found;
}

/**
 * The family that can write a text: the Latin one, or the Chinese one (which has Latin letters of the
 * same design) as soon as one character asks for it, so that a text is always in one font.
 *
 * @param wanted a CSS font family, or several
 */
export function familyFor(text: string, wanted: string): string {
  if (wanted.startsWith(chineseFont) || wanted.startsWith(`'${chineseFont}'`)) return chineseFont;
  const latin = open(faceOf(latinFont, 400));
  for (const character of text)
    if (!latin.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) return chineseFont;
  return latinFont;
}

const widthsKnown = new Map<string, number>();

/** Width of one line of text as it will be drawn, in the unit of `fontSize`. */
export function widthOf(text: string, fontSize: number, weight: number, wanted: string): number {
  const one = faceOf(familyFor(text, wanted), weight);
  const key = `${one.path} ${text}`;
  let em = widthsKnown.get(key);
  if (em === undefined) {
    const font = open(one);
    em = font.layout(text).advanceWidth / font.unitsPerEm;
    widthsKnown.set(key, em);
  }
  return em * fontSize;
}

/** A rule that gives a page or picture the letters of one face, as data. */
export async function fontRule(one: Face, letters: ReadonlySet<string>): Promise<string> {
  const text = [...letters].toSorted().join('');
  // WOFF 1, since packing WOFF 2 takes ten times as long for a tenth less.
  const font = await subsetFont(bytesOf(one), text, {
    targetFormat: 'woff',
    noLayoutClosure: true,
  });
  return (
    `@font-face{font-family:"${one.family}";font-weight:${one.weight};` +
    `src:url(data:font/woff;base64,${font.toString('base64')}) format("woff")}`
  );
}

/** Rules for all the letters of a page, in both weights; Chinese ones only where the page has some. */
export async function pageFontRules(text: string, chinese: boolean): Promise<string> {
  const letters = new Set(text);
  const latin = open(faceOf(latinFont, 400));
  const others = [...letters].filter((one) => !latin.hasGlyphForCodePoint(one.codePointAt(0) ?? 0));
  const rest = chinese ? letters : new Set(others.filter((one) => one > '\u00ff'));
  const rules: string[] = [];
  for (const weight of [400, 600]) {
    rules.push(await fontRule(faceOf(latinFont, weight), letters));
    if (rest.size > 0) rules.push(await fontRule(faceOf(chineseFont, weight), rest));
  }
  return rules.join('');
}
