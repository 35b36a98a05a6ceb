import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { create } from 'fontkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isMissing, type Drawing } from '../../src/charts/chart.ts';
import { charts } from '../../src/charts/registry.ts';
import { theme } from '../../src/charts/theme.ts';
import { figureFiles } from '../../src/figures/figure.ts';
import { formats } from '../../src/figures/index.ts';
import { widthOf } from '../../src/figures/fonts.ts';
import type { Content } from '../../src/folder/publish/files.ts';
import { experimentTables } from '../charts/experiment-fixture.ts';
import { fixture } from '../charts/fixture.ts';
import { about, draw, text } from './drawn.ts';

let english: Map<string, Content>;
let chinese: Map<string, Content>;
beforeAll(async () => {
  english = await draw('default-split', 'en');
  chinese = await draw('adverse-selection-moral-hazard', 'zh');
});

describe('a figure', () => {
  it('is written in six forms, the same bytes when drawn again', async () => {
    expect([...english.keys()].toSorted()).toEqual(
      formats.map((format) => `default-split.${format}`).toSorted(),
    );
    const again = await draw('default-split', 'en');
    for (const [name, content] of english)
      expect(Buffer.from(again.get(name) ?? '').equals(Buffer.from(content)), name).toBe(true);
  });

  it('is as wide as asked, in points', async () => {
    const narrow = text((await draw('default-split', 'en', 255)).get('default-split.svg'));
    expect(narrow).toMatch(/^<svg [^>]*width="255pt"/);
    expect(text(english.get('default-split.svg'))).toMatch(/^<svg [^>]*width="505pt"/);
  });

  it('keeps its letters as large as asked where it needs little room: one matrix is not blown up', async () => {
    const [one] = fixture().scenario.institutions;
    const alone = charts
      .find(({ id }) => id === 'who-sees-what')
      ?.draw(fixture({ institutions: [one], tables: experimentTables([one], 20) }));
    if (alone === undefined || isMissing(alone)) throw new Error('no drawing of one matrix');
    const style = { look: theme('paper'), language: 'en', formats: ['svg'] } as const;
    const brief: Drawing = {
      ...alone,
      spec: (look, language) => ({ ...alone.spec(look, language), title: 'Who sees what' }),
    };
    const svg = text((await figureFiles('one', brief, style, about)).get('one.svg'));
    expect(svg).toMatch(/^<svg [^>]*width="505pt"[^>]* viewBox="0 0 505 /);
  });

  it('fills a slide of 16 by 9, its type smaller where it has many panels', async () => {
    const inputs = fixture({ replicates: 2, tables: experimentTables(undefined, 2) });
    for (const chart of charts) {
      const result = chart.draw(inputs);
      // Reforms have a fixture of their own.
      if (isMissing(result) && chart.id.startsWith('reform-')) continue;
      if (isMissing(result)) throw new Error(`no drawing of ${chart.id}`);
      const style = { look: theme('slides'), language: 'en', formats: ['svg'] } as const;
      const files = await figureFiles(chart.id, result, style, about);
      const svg = text(files.get(`${chart.id}.svg`));
      expect(svg, chart.id).toMatch(/^<svg [^>]*width="960pt" height="540pt"/);
    }
  });

  it('carries caption, alternative text and provenance in words', () => {
    const words = text(english.get('default-split.md'));
    expect(words).toContain('Share of loans that default');
    expect(words).toContain('No sharing 8.7%');
    expect(words).toContain('Seed: séed-1 种子');
    expect(words).toContain(`Results SHA-256: ${'ab'.repeat(32)}`);
  });

  it('names the facts of its provenance in the language of its words', () => {
    const words = text(chinese.get('adverse-selection-moral-hazard.md'));
    expect(words).toContain('- 种子：séed-1 种子');
    const facts = words.slice(words.indexOf('## 来源'));
    expect(facts).not.toMatch(/^- [A-Za-z ]+[:：]/m);
  });

  it('has its numbers beside it', () => {
    const lines = text(english.get('default-split.csv')).trim().split('\n');
    expect(lines[0]).toBe('part,institution,label,mean,low,high,replicates');
    expect(lines).toHaveLength(1 + 3 * 8);
  });
});

describe('SVG', () => {
  it('names itself to a screen reader and says where it comes from, escaped', () => {
    const svg = text(english.get('default-split.svg'));
    expect(svg).toContain('role="img" aria-labelledby="title desc"');
    expect(svg).toContain('<title id="title">A title &amp; &lt;more&gt;</title>');
    expect(svg).toContain('Scenario: fixture &lt;1&gt; &amp; &quot;co&quot;');
    expect(svg).not.toContain('<more>');
  });

  it.each([
    ['Latin', () => english.get('default-split.svg'), 'Source Sans 3'],
    ['Chinese', () => chinese.get('adverse-selection-moral-hazard.svg'), 'Noto Sans SC'],
  ])('%s: embeds a font with every letter that it writes', (_, file, family) => {
    const svg = text(file());
    const rules = [
      ...svg.matchAll(
        /font-family:"([^"]+)";font-weight:(\d+);src:url\(data:font\/woff;base64,([^)]+)\)/g,
      ),
    ];
    expect(rules.map(([, name]) => name)).toContain(family);
    const fonts = new Map(
      rules.map(([, name, weight, data]) => {
        const font = create(Buffer.from(data ?? '', 'base64'));
        if ('fonts' in font) throw new Error('a collection');
        return [`${name} ${weight}`, font];
      }),
    );
    const texts = [...svg.matchAll(/<text\b([^>]*)>(.*?)<\/text>/gs)];
    expect(texts.length).toBeGreaterThan(10);
    for (const [, attributes = '', content = ''] of texts) {
      const name = /font-family="'([^']+)', sans-serif"/.exec(attributes)?.[1];
      const weight = /font-weight="(?:600|bold)"/.test(attributes) ? 600 : 400;
      const font = fonts.get(`${name} ${weight}`);
      for (const letter of content.replaceAll(/<[^>]*>|&\w+;/g, ''))
        expect(font?.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0), letter).toBe(true);
    }
  });
});

describe('PNG', () => {
  const chunks = (png: Buffer) => {
    const found: [string, Buffer][] = [];
    for (let at = 8; at < png.length;) {
      const length = png.readUInt32BE(at);
      found.push([png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length)]);
      at += 12 + length;
    }
    return found;
  };

  it('is twice as fine as a screen and as wide on paper as asked', () => {
    const png = Buffer.from(english.get('default-split.png') ?? '');
    expect(png.readUInt32BE(16)).toBe(Math.round((505 / 72) * 192));
    const physical = chunks(png).find(([type]) => type === 'pHYs')?.[1];
    expect(physical?.readUInt32BE(0)).toBe(Math.round(192 / 0.0254));
  });

  it('gives its provenance back', () => {
    const words = new Map(
      chunks(Buffer.from(english.get('default-split.png') ?? ''))
        .filter(([type]) => type === 'iTXt')
        .map(([, data]) => {
          const end = data.indexOf(0);
          return [data.toString('latin1', 0, end), data.toString('utf8', end + 5)];
        }),
    );
    expect(words.get('Seed')).toBe('séed-1 种子');
    expect(words.get('Results SHA-256')).toBe('ab'.repeat(32));
    expect(words.get('Description')).toContain('No sharing 8.7%');
  });

  it('shows text: letters leave dark pixels in the title, in Chinese too', () => {
    for (const png of [
      english.get('default-split.png'),
      chinese.get('adverse-selection-moral-hazard.png'),
    ]) {
      const bytes = Buffer.from(png ?? '');
      const width = bytes.readUInt32BE(16);
      const data = inflateSync(
        Buffer.concat(chunks(bytes).flatMap(([type, part]) => (type === 'IDAT' ? [part] : []))),
      );
      // The first 40 rows hold the title alone; a row is a filter byte and four bytes a pixel.
      const title = data.subarray(0, 40 * (1 + 4 * width));
      expect(title.filter((byte) => byte !== 0 && byte !== 255).length).toBeGreaterThan(1000);
    }
  });
});

describe('PDF', () => {
  const folder = mkdtempSync(join(tmpdir(), 'creditlab-pdf-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const poppler = (tool: string, ...words: string[]) => {
    try {
      return execFileSync(tool, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    } catch {
      return undefined;
    }
  };

  it('embeds its fonts with a map back to letters, and is as wide as asked', () => {
    const pdf = Buffer.from(english.get('default-split.pdf') ?? '').toString('latin1');
    expect(pdf).toContain('/FontFile2');
    expect(pdf).toContain('/ToUnicode');
    expect(pdf).toMatch(/\/MediaBox \[0 0 505 /);
    expect(pdf).not.toMatch(/\/BaseFont \/(Helvetica|Times)/);
  });

  it('holds text that can be selected, in Chinese too (with poppler, where it is installed)', () => {
    for (const [name, files, words] of [
      ['default-split', english, ['Government-led', 'Will not pay', '8.7%']],
      ['adverse-selection-moral-hazard', chinese, ['芝麻信用', '政府主导', '道德风险']],
    ] as const) {
      const path = join(folder, `${name}.pdf`);
      writeFileSync(path, files.get(`${name}.pdf`) ?? '');
      const found = poppler('pdftotext', path, '-');
      if (found === undefined) return;
      for (const word of words) expect(found).toContain(word);
      const fonts = poppler('pdffonts', path)?.trim().split('\n').slice(2) ?? [];
      expect(fonts.length).toBeGreaterThan(0);
      // Columns: embedded, subset, unicode.
      for (const font of fonts) expect(font).toMatch(/ yes yes yes /);
    }
  });
});

describe('text', () => {
  it('is as wide as the font says (Source Sans 3: 1000 units; “0” is 497, “m” 829)', () => {
    expect(widthOf('0', 1000, 400, 'Source Sans 3')).toBeCloseTo(497, 0);
    expect(widthOf('m', 1000, 400, 'Source Sans 3')).toBeCloseTo(829, 0);
    expect(widthOf('信用', 10, 400, 'Source Sans 3')).toBeCloseTo(20, 6);
  });
});
