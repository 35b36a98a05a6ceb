import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';
import { chineseFont, latinFont } from '../charts/index.ts';
import { UserError } from '../errors.ts';
import { programFolder } from '../program-folder.ts';

/** One font file: of assets/fonts, or added by `--font`. */
export interface Face {
  /** Name in SVG, and in PDF with `-` and the weight. */
  readonly family: string;
  readonly weight: 400 | 600;
  readonly path: string;
}

/** Writes what holds kana; in one weight, since few labels do and each weight is a megabyte of the package. */
export const japaneseFont = 'Noto Sans JP';

const face = (family: string, weight: 400 | 600): Face => ({
  family,
  weight,
  path: fileURLToPath(
    new URL(
      `assets/fonts/${family.replaceAll(' ', '')}-${weight === 600 && family !== japaneseFont ? 'Semibold' : 'Regular'}.ttf`,
      programFolder,
    ),
  ),
});

const all: Face[] = [latinFont, chineseFont, japaneseFont].flatMap((family) => [
  face(family, 400),
  face(family, 600),
]);

/** All that figures are written with, fonts that `addFont` brings included; nothing of the machine's own fonts is used. */
export const faces: readonly Face[] = all;

/** Families in the order in which they are asked for a letter. */
export function families(): string[] {
  return [...new Set(all.map(({ family }) => family))];
}

const opened = new Map<string, Font>();

/** The font behind a face. */
export function open(one: Pick<Face, 'path'>): Font {
  let font = opened.get(one.path);
  if (font === undefined) {
    const made = create(readFileSync(one.path));
    if ('fonts' in made) throw new Error(`${one.path} is a collection, not one font`);
    font = made;
    opened.set(one.path, font);
  }
  return font;
}

/** The face of a family and weight; anything from 600 up is semibold. */
export function faceOf(family: string, weight: number): Face {
  const bold = weight >= 600 ? 600 : 400;
  const found = all.find((one) => one.family === family && one.weight === bold);
  if (found === undefined) throw new Error(`no font ${family} ${weight} in assets/fonts`);
  return found;
}

/** By family and code point; pages ask for the same few hundred letters millions of times. */
const known = new Map<string, Map<number, boolean>>();

/** Whether a family has a letter, given as its code point. */
export function hasLetter(family: string, letter: number): boolean {
  const letters = known.get(family) ?? new Map<number, boolean>();
  known.set(family, letters);
  let has = letters.get(letter);
  if (has === undefined) {
    has = open(faceOf(family, 400)).hasGlyphForCodePoint(letter);
    letters.set(letter, has);
  }
  return has;
}

/**
 * Gives figures and pages one more font, asked after those of assets/fonts and written in one weight.
 *
 * @param path of a TrueType or OpenType file
 * @throws UserError if it cannot be read, or is no single font
 */
export function addFont(path: string): void {
  if (all.some((one) => one.path === path)) return;
  const hint = 'give one font as a .ttf or .otf file; of a collection (.ttc) take one font out';
  let family: string;
  try {
    const font = open({ path });
    // A name stands in attributes and lists of SVG, where these would end it.
    family = (font.getName('preferredFamily', 'en') ?? font.familyName).replaceAll(
      /['",;<>&]/g,
      '',
    );
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError([{ message: `--font: ${path} cannot be used: ${why}`, hint }]);
  }
  // Two files of one family cannot be told apart by name: the first stays.
  if (families().includes(family)) return;
  for (const weight of [400, 600] as const) all.push({ family, weight, path });
}
