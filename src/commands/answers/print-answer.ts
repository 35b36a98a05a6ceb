import type { Cell } from '../../text/csv.ts';
import { textTable } from '../../text/text-table.ts';
import { colours, lineWidth, print, printWrapped } from '../../terminal/terminal.ts';

/** How an answer is told, and whether files that were edited since may be replaced. */
export interface PrintOptions {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly force: boolean;
}

/** A column of a printed table. */
interface PrintedColumn {
  readonly head: string;
  /** Key of the rows. */
  readonly of: string;
  readonly right?: boolean;
}

/** A table as it is printed. */
export interface PrintedTable {
  readonly columns: readonly PrintedColumn[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

/** The answer to a question for a person: tables, then sentences, the first of which says most. */
export function printAnswer(
  question: string,
  scenario: string,
  tables: readonly PrintedTable[],
  sentences: readonly string[],
): void {
  const { bold, dim } = colours(process.stdout);
  const width = lineWidth();
  print(bold(question));
  print(dim(scenario));
  for (const { columns, rows } of tables) {
    if (rows.length === 0) continue;
    print('');
    const table = columns.map(({ head, of, right }) => ({
      head: [head],
      cells: rows.map((row) => String(row[of] ?? '')),
      align: right === true ? ('right' as const) : ('left' as const),
    }));
    for (const line of textTable(table, width)) print(line);
  }
  print('');
  sentences.forEach((sentence, i) => {
    printWrapped(sentence, '  ', i === 0 ? bold : undefined);
  });
}
