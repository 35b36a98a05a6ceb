import { join } from 'node:path';
import type { Content } from '../../folder/index.ts';
import { inWords, type Language } from '../../language.ts';
import { say } from '../../terminal/terminal.ts';

/** Where an answer's numbers are, and its page if it has one. */
export function sayNumbers(
  language: Language,
  { numbers, page, beside = false }: { numbers: string; page?: string; beside?: boolean },
): void {
  const told = inWords(language, {
    en: [`Numbers: ${numbers}${beside ? ' and beside it' : ''}`, `; page: ${page}`],
    zh: [`数据：${numbers}${beside ? ' 及其旁的文件' : ''}`, `；页面：${page}`],
  });
  say(page === undefined ? told[0] : told.join(''));
}

/** Where a figure is. */
export function sayFigureAt(language: Language, path: string): void {
  say(inWords(language, { en: `Figure: ${path}`, zh: `图：${path}` }));
}

/** Where the first figure is that was drawn, in all its forms. */
export function sayFigure(
  language: Language,
  folder: string,
  drawn: ReadonlyMap<string, Content>,
): void {
  const [first] = drawn.keys();
  if (first !== undefined) sayFigureAt(language, join(folder, first.replace(/\.[^/]*$/, '.*')));
}
