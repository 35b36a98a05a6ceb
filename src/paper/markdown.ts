import { markdownTable } from '../text/markdown-table.ts';
import type { Check } from './check.ts';
import type { ExhibitRow, Exhibit } from './exhibits.ts';
import { source } from './source.ts';

/** Everything as one Markdown document; `pictures` are the exhibits that have one, `<id>.svg`. */
export function paperMarkdown(
  exhibits: readonly Exhibit[],
  checks: readonly Check[],
  pictures: readonly string[],
): string {
  const differing = checks.filter(({ agrees }) => !agrees).length;
  const head = [
    `# ${source.short}, reproduced`,
    `${source.authors}: *${source.title}*. Data typed once from the text; whatever can be derived is derived and set beside what is printed: ` +
      `${checks.length} statements checked, ${checks.length - differing} agree, ${differing} differ.`,
  ];
  const bodies = exhibits.flatMap((exhibit) => [
    `## ${exhibit.title}`,
    `Section ${exhibit.section}.${exhibit.note ? ` ${exhibit.note}` : ''}`,
    tableOf(exhibit.rows),
    ...(pictures.includes(exhibit.id) ? [`![${exhibit.title}](${exhibit.id}.svg)`] : []),
    ...checkTable(checks.filter((check) => check.exhibit === exhibit.id)),
  ]);
  const ids = exhibits.map(({ id }) => id);
  const elsewhere = checks.filter(({ exhibit }) => !ids.includes(exhibit));
  return `${[...head, ...bodies, '## In the text', ...checkTable(elsewhere)].join('\n\n')}\n`;
}

/** One statement a row, with the verdict as `agrees` or `differs, because …`. */
export function checkCells({ exhibit, about, printed, found, agrees, because }: Check): ExhibitRow {
  const verdict = agrees ? 'agrees' : `differs, because ${because}`;
  return { exhibit, about, printed, found, verdict };
}

/** A table with the columns of its first row; numbers stand right. */
function tableOf(rows: readonly ExhibitRow[]): string {
  const columns = Object.keys(rows[0] ?? {});
  return markdownTable(
    columns.map(heading),
    rows.map((row) => columns.map((column) => String(row[column]))),
    columns.map((column) => typeof rows[0][column] === 'number'),
  ).join('\n');
}

/** `data-sources` → `Data sources`. */
export function heading(column: string): string {
  const words = column.replaceAll('-', ' ');
  return words[0].toUpperCase() + words.slice(1);
}

function checkTable(checks: readonly Check[]): string[] {
  if (checks.length === 0) return [];
  const rows = checks.map((check) => {
    const { about, printed, found, verdict } = checkCells(check);
    return { about, 'the-paper': printed, 'our-finding': found, verdict };
  });
  return [tableOf(rows)];
}
