import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { creditlab } from '../end-to-end/creditlab.ts';
import { storedRun } from './stored-run.ts';

let folder: string;
beforeAll(async () => {
  folder = await storedRun();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const figures = (...words: readonly string[]) => creditlab(folder, 'figures', folder, ...words);

describe('creditlab figures', () => {
  it('draws one figure in the style asked for, beside the usual ones', () => {
    const { exitCode, stderr } = figures(
      ...['--only', 'default-split', '--formats', 'svg,csv'],
      ...['--lang', 'zh', '--theme', 'slides', '--width', '120'],
    );
    expect(exitCode).toBe(0);
    const place = join(folder, 'figures', 'slides-120mm-zh');
    expect(stderr).toContain(`1 figure, 2 files in ${place}`);
    expect(readdirSync(place).toSorted()).toEqual(['default-split.csv', 'default-split.svg']);
    const svg = readFileSync(join(place, 'default-split.svg'), 'utf8');
    // 120 mm in points.
    expect(svg).toMatch(/^<svg [^>]*width="380\.16pt"/);
    expect(svg).toContain('不愿偿还');
  });

  it('says which figures the results do not allow', () => {
    const { exitCode, stderr } = figures('--only', 'karlan-zinman', '--formats', 'md');
    expect(exitCode).toBe(0);
    expect(stderr).toContain('not drawn: karlan-zinman. These results hold no');
  });

  it('names every mistake with what would be right, and writes nothing', () => {
    const before = readdirSync(folder);
    for (const [words, message] of [
      [['--only', 'default-spli'], 'did you mean default-split?'],
      [['--formats', 'svg,jpg'], '--formats: there is no format "jpg"'],
      [['--width', '3'], '--width: "3" is not allowed'],
    ] as const) {
      const { exitCode, stderr } = figures(...words);
      expect(exitCode, words.join(' ')).toBe(1);
      expect(stderr).toContain(message);
    }
    expect(readdirSync(folder)).toEqual(before);
  });
});

describe('creditlab report', () => {
  it('writes the page again', () => {
    rmSync(join(folder, 'report.html'), { force: true });
    const { exitCode, stderr } = creditlab(folder, 'report', folder);
    expect(exitCode).toBe(0);
    expect(stderr).toContain('report.html');
    expect(existsSync(join(folder, 'report.html'))).toBe(true);
  });

  it('says what to do about a folder without results', () => {
    const { exitCode, stderr } = creditlab(folder, 'report', join(folder, 'nowhere'));
    expect(exitCode).toBe(1);
    expect(stderr).toContain('creditlab run');
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });
});
