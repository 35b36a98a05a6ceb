import { afterEach, expect, it, vi } from 'vitest';
import { sayFigure, sayNumbers } from '../../src/commands/words/where-words.ts';
import type { Language } from '../../src/language.ts';

afterEach(() => vi.restoreAllMocks());

/** What reaches the terminal, line by line. */
function told(language: Language): string[] {
  const lines: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  sayNumbers(language, { numbers: '1.csv', page: '1.md' });
  sayNumbers(language, { numbers: '1.csv', beside: true });
  sayFigure(language, '1', new Map([['2.svg', '']]));
  sayFigure(language, '1', new Map());
  vi.restoreAllMocks();
  return lines.map((line) => line.trim());
}

it('an answer says where its numbers, its page and its figure are', () => {
  expect(told('en')).toEqual([
    'Numbers: 1.csv; page: 1.md',
    'Numbers: 1.csv and beside it',
    'Figure: 1/2.*',
  ]);
});

it('says so in Chinese', () => {
  expect(told('zh')).toEqual(['数据：1.csv；页面：1.md', '数据：1.csv 及其旁的文件', '图：1/2.*']);
});
