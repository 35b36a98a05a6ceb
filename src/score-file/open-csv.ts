import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { parse, type Info, type Parser } from 'csv-parse';
import { UserError } from '../errors.ts';

/** One line of a CSV file with what is needed to point into it. */
export interface CsvLine {
  readonly record: readonly string[];
  readonly raw: string;
  readonly info: Info;
}

/** A CSV file being read: a stream of lines, header first. */
export interface OpenCsv {
  readonly delimiter: string;
  readonly lines: AsyncIterable<CsvLine>;
}

/** A record longer than this is a quote that was never closed. */
const longestRecord = 100_000;
const unreadable: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a folder, not a file',
  EACCES: 'this file may not be read',
};
const delimiters = [',', ';', '\t'] as const;

/**
 * Opens a CSV file for streaming. The separator is the one of `, ; tab` that the first line holds most
 * of; a byte-order mark is dropped; empty lines are skipped.
 *
 * @throws UserError if the file cannot be read, is empty, or is not UTF-8 text.
 */
export async function openCsv(file: string): Promise<OpenCsv> {
  const start = await firstBytes(file);
  if (start.length === 0) {
    throw new UserError([{ file, line: 1, message: 'the file is empty', hint: 'see --template' }]);
  }
  if (start.includes(0)) {
    const hint = 'save it as CSV in UTF-8';
    throw new UserError([{ file, message: 'this is no text in UTF-8', hint }]);
  }
  const delimiter = commonest(start.toString('utf8').split(/\r|\n/, 1)[0]);
  const parser = createReadStream(file).pipe(
    parse({
      bom: true,
      delimiter,
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: longestRecord,
    }),
  );
  return { delimiter, lines: located(parser, file) };
}

async function* located(parser: Parser, file: string): AsyncGenerator<CsvLine> {
  try {
    for await (const line of parser) yield line;
  } catch (error) {
    throw asUserError(error, file);
  }
}

/** Complaints of the parser about quotes as problems of the file. */
function asUserError(error: unknown, file: string): unknown {
  if (!(error instanceof Error && 'code' in error && 'lines' in error)) return error;
  const unclosed = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE';
  const message = unclosed
    ? 'a quote opened on this line or before is never closed'
    : 'a quote stands where none may';
  const hint = 'write " within a quoted cell as ""';
  return new UserError([{ file, line: Number(error.lines), message, hint }]);
}

async function firstBytes(file: string): Promise<Buffer> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new UserError([{ file, message: unreadable[code] ?? `cannot be read (${code})` }]);
  }
}

function commonest(line: string): string {
  const count = (delimiter: string) => line.split(delimiter).length;
  return delimiters.reduce((best, one) => (count(one) > count(best) ? one : best));
}

/**
 * Where a cell of a line begins.
 *
 * @param index 0-based cell.
 * @returns 1-based line of the file and 1-based character of that line.
 */
export function placeOf(
  { raw, info }: CsvLine,
  index: number,
  delimiter: string,
): { line: number; column: number } {
  // the parser hands over empty lines it skipped with the next one
  const first = raw.length - raw.replace(/^[\uFEFF\r\n]+/, '').length;
  let at = first;
  for (let cell = 0, quoted = false; cell < index && at < raw.length; ++at) {
    if (raw[at] === '"') quoted = !quoted;
    else if (raw[at] === delimiter && !quoted) ++cell;
  }
  const before = raw.slice(first, at);
  const breaksBefore = before.split('\n').length - 1;
  const breaksWithin = raw.slice(first).trimEnd().split('\n').length - 1;
  return {
    line: info.lines - breaksWithin + breaksBefore,
    column: at - first - (before.lastIndexOf('\n') + 1) + 1,
  };
}
