import { markdownTable } from './markdown-table.ts';
import type { TextColumn } from './text-table.ts';

/**
 * A text of somebody's as Markdown that shows it as it is, on one line: no markup, link, picture, formula or HTML comes of it
 * (CommonMark, GitHub's and pandoc's).
 */
export function plainMarkdown(text: string): string {
  return (
    text
      .replaceAll(/\s+/g, ' ')
      .trim()
      .replaceAll(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
      .replaceAll(/&(?=#?\w+;)/g, '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll(/[[\]`]/g, '\\$&')
      // A star between blanks, and a _ inside a word, are only signs.
      .replaceAll(/(?<!^|\s)\*|\*(?!\s|$)/g, '\\*')
      .replaceAll(/(?<![\p{L}\p{N}_])_|_(?![\p{L}\p{N}_])/gu, '\\_')
      .replaceAll(/[~$](?=\S)/g, '\\$&')
      // Bare addresses become links on GitHub.
      .replaceAll('://', ':\\//')
      .replaceAll(/\b(www)\./gi, '$1\\.')
  );
}

/** The same where it begins a line of its own: neither a heading nor a list, a quote or a rule comes of it. */
export function plainParagraph(text: string): string {
  return plainMarkdown(text)
    .replace(/^(?:[#>+=|*-]|~)/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}

/** Paragraphs, under a heading and a table if they have one. */
interface Section {
  readonly heading?: string;
  readonly table?: readonly TextColumn[];
  readonly sentences: readonly string[];
}

/**
 * A page of plain texts.
 *
 * @param about what stands under the title; nothing if it is empty
 */
export function plainPage(title: string, about: string, sections: readonly Section[]): string {
  const parts = [
    `# ${plainMarkdown(title)}`,
    ...(about === '' ? [] : [plainParagraph(about)]),
    ...sections.flatMap(({ heading, table = [], sentences }) => [
      ...(heading === undefined ? [] : [`## ${plainMarkdown(heading)}`]),
      ...(table.length === 0 ? [] : [plainTable(table).join('\n')]),
      ...sentences.map(plainParagraph),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function plainTable(columns: readonly TextColumn[]): string[] {
  return markdownTable(
    columns.map(({ head }) => plainMarkdown(head.join(' '))),
    columns[0].cells.map((_, row) => columns.map(({ cells }) => plainMarkdown(cells[row]))),
    columns.map(({ align }) => align === 'right'),
  );
}
