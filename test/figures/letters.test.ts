import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { addFont, faces, families } from '../../src/figures/faces.ts';
import { pageFontRules, runsOf, widthOf } from '../../src/figures/fonts.ts';
import { boxed, unwritten } from '../../src/figures/letters.ts';
import { finishSvg, withFonts } from '../../src/figures/svg.ts';
import { pdfOf } from '../../src/figures/pdf.ts';
import { pngOf } from '../../src/figures/png.ts';

const latin = 'Source Sans 3';
const about = {
  figure: 'f',
  title: 'T',
  description: 'D',
  program: 'creditlab',
  origin: [],
} as const;

/** A picture with one text, as Vega would draw it. */
const drawn = (text: string) =>
  `<svg viewBox="0 0 200 20"><text font-family="'${latin}', sans-serif" font-size="12" x="2" y="14">${text}</text></svg>`;
const finished = (text: string) => finishSvg(drawn(text), { width: 200 }, about).svg;

describe('letters', () => {
  it('of a text come from one font wherever one has them all', () => {
    const family = (text: string) => runsOf(text, latin).map((run) => run.family);
    expect(family('Government-led, 42 %')).toEqual([latin]);
    expect(family('政府主导 (EU)')).toEqual(['Noto Sans SC']);
    expect(family('会員制の信用情報')).toEqual(['Noto Sans JP']);
    expect(family('Рынок')).toEqual([latin]);
  });

  it('of two scripts in one text are each in a font that has them', () => {
    const runs = runsOf('ライト働 们', latin);
    expect(runs.map(({ text }) => text).join('')).toBe('ライト働 们');
    expect(runs.map(({ family }) => family)).toEqual(['Noto Sans JP', 'Noto Sans SC']);
    const both = widthOf('ライト働 们', 10, 400, latin);
    expect(both).toBeCloseTo(widthOf('ライト働 ', 10, 400, latin) + 10, 6);
  });

  it('that no font has become boxes, and are named; what only joins others is left out', () => {
    expect(boxed('Thai ไทย')).toBe('Thai □□□');
    expect(unwritten('Thai ไทยไ')).toEqual(['ไ', 'ท', 'ย']);
    expect(boxed('👩\u200d👧\ufe0f')).toBe('□□');
    expect([boxed('± ≈ “x” 信用 かな'), unwritten('± ≈ “x” 信用 かな')]).toEqual([
      '± ≈ “x” 信用 かな',
      [],
    ]);
  });

  it('are boxes in SVG, PDF and PNG, which none of them loses', async () => {
    const svg = finished('ไ');
    expect(svg).toContain('>□</text>');
    expect(await withFonts(svg)).toContain('@font-face');
    expect((await pdfOf(svg, about, 'en')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(pngOf(svg, 200, about).equals(pngOf(finished('□'), 200, about))).toBe(true);
    expect(pngOf(svg, 200, about).equals(pngOf(finished(' '), 200, about))).toBe(false);
  });

  it('of a second font are a span of their own, with that font in the file', async () => {
    const svg = finished('ライト働 们');
    expect(svg).toMatch(
      /font-family="'Noto Sans JP', sans-serif"[^>]*>ライト働 <tspan font-family="'Noto Sans SC'">们<\/tspan>/,
    );
    const fonts = [...(await withFonts(svg)).matchAll(/font-family:"([^"]+)"/g)];
    expect(fonts.map(([, name]) => name).toSorted()).toEqual(['Noto Sans JP', 'Noto Sans SC']);
    expect((await pdfOf(svg, about, 'en')).length).toBeGreaterThan(1000);
  });

  it('leave a text as Vega wrote it where one font is enough', () => {
    expect(finished(`Borrowers' &amp; lenders`)).toContain(`>Borrowers' &amp; lenders</text>`);
  });

  it('of a page come under two names, a letter from one font only', async () => {
    const rules = await pageFontRules('abc かな 漢字', false);
    expect(new Set([...rules.matchAll(/font-family:"([^"]+)"/g)].map(([, name]) => name))).toEqual(
      new Set([latin, 'Noto Sans SC']),
    );
    expect(rules).toContain('U+304b');
  });
});

describe('a font that is added', () => {
  it('is refused with a reason where it is none', () => {
    expect(() => addFont('nowhere.ttf')).toThrow(UserError);
    const text = createRequire(import.meta.url).resolve('vitest/package.json');
    expect(() => addFont(text)).toThrow(/--font: .* cannot be used/);
  });

  it('writes what no other can, and is asked last', () => {
    const before = families();
    const own = faces.find(({ family }) => family === latin)?.path ?? '';
    expect(readFileSync(own).length).toBeGreaterThan(1000);
    addFont(own);
    // The same family again changes nothing.
    expect(families()).toEqual(before);
  });
});
