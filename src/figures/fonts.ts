import { readFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import { chineseFont, latinFont } from '../charts/index.ts';
import { faceOf, families, hasLetter, japaneseFont, open, type Face } from './faces.ts';
import { boxed } from './letters.ts';

/** A piece of a text, all of it in one font. */
export interface FontRun {
  readonly family: string;
  readonly text: string;
}

const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Families in the order in which a text asks them. */
function orderFor(text: string, wanted: string): string[] {
  const isChinese = wanted.startsWith(chineseFont) || wanted.startsWith(`'${chineseFont}'`);
  const first = kana.test(text) ? [japaneseFont] : isChinese ? [chineseFont] : [];
  return [...new Set([...first, ...families()])];
}

/**
 * The family that a text is written in, apart from letters that it lacks: the first that has all its letters (the Chinese and the Japanese one have Latin
 * letters of the same design), else the one that has most of them.
 *
 * @param wanted a CSS font family, or several
 */
export function familyFor(text: string, wanted: string): string {
  const letters = Array.from(boxed(text));
  const order = orderFor(text, wanted);
  let best = { family: order[0] ?? latinFont, count: -1 };
  for (const family of order) {
    const count = letters.filter((one) => hasLetter(family, one.codePointAt(0) ?? 0)).length;
    if (count > best.count) best = { family, count };
    if (count === letters.length) break;
  }
  return best.family;
}

/**
 * A text in pieces of one font each; usually one piece. A letter that no font has is a box.
 *
 * @param main the family of all that it has letters of
 */
export function runsOf(given: string, wanted: string, main = familyFor(given, wanted)): FontRun[] {
  const text = boxed(given);
  const order = orderFor(text, wanted);
  const runs: { family: string; text: string }[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const family = [main, ...order].find((one) => hasLetter(one, code)) ?? main;
    const last = runs.at(-1);
    if (last?.family === family) last.text += letter;
    else runs.push({ family, text: letter });
  }
  return runs;
}

const widthsKnown = new Map<string, number>();

/** Width of one line of text as it will be drawn, in the unit of `fontSize`. */
export function widthOf(text: string, fontSize: number, weight: number, wanted: string): number {
  const key = `${wanted} ${weight >= 600} ${families().length} ${text}`;
  let em = widthsKnown.get(key);
  if (em === undefined) {
    em = 0;
    for (const run of runsOf(text, wanted)) {
      const font = open(faceOf(run.family, weight));
      em += font.layout(run.text).advanceWidth / font.unitsPerEm;
    }
    widthsKnown.set(key, em);
  }
  return em * fontSize;
}

/** A rule that gives a page or picture the letters of one face, as data. */
export async function fontRule(
  { path, family, weight }: Face,
  letters: ReadonlySet<string>,
  named = family,
): Promise<string> {
  const text = [...letters].toSorted().join('');
  // WOFF 1, since packing WOFF 2 takes ten times as long for a tenth less.
  const font = await subsetFont(readFileSync(path), text, {
    targetFormat: 'woff',
    noLayoutClosure: true,
  });
  const range = named === family ? '' : `unicode-range:${rangeOf(letters)};`;
  return (
    `@font-face{font-family:"${named}";font-weight:${weight};${range}` +
    `src:url(data:font/woff;base64,${font.toString('base64')}) format("woff")}`
  );
}

function rangeOf(letters: ReadonlySet<string>): string {
  return [...letters]
    .map((one) => one.codePointAt(0) ?? 0)
    .toSorted((a, b) => a - b)
    .map((code) => `U+${code.toString(16)}`)
    .join(',');
}

/**
 * Rules for all the letters of a page, in both weights; Chinese ones only where the page has some. What neither the Latin nor
 * the Chinese font has comes from the others, under the Chinese one's name, so that a page asks for two families only.
 */
export async function pageFontRules(text: string, chinese: boolean): Promise<string> {
  const letters = new Set(text);
  const others = [...letters].filter((one) => !hasLetter(latinFont, one.codePointAt(0) ?? 0));
  const beyond = others.filter((one) => one > '\u00ff');
  const order = kana.test(text) && !chinese ? [japaneseFont, chineseFont] : [chineseFont];
  const from = new Map<string, Set<string>>();
  for (const letter of chinese ? letters : beyond) {
    const code = letter.codePointAt(0) ?? 0;
    const family = [...order, ...families()].find((one) => hasLetter(one, code)) ?? chineseFont;
    from.set(family, (from.get(family) ?? new Set()).add(letter));
  }
  const rules: string[] = [];
  for (const weight of [400, 600]) {
    rules.push(await fontRule(faceOf(latinFont, weight), letters));
    for (const [family, own] of from)
      if (family !== latinFont)
        rules.push(await fontRule(faceOf(family, weight), own, chineseFont));
  }
  return rules.join('');
}
