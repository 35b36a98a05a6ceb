import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse, type Info, type Parser } from 'csv-parse';
import { UserError } from '../errors.ts';
import { textOf, type Encoding } from './decode.ts';
import type { Input } from './input.ts';

/** One line of a CSV file with what is needed to point into it. */
export interface CsvLine {
  readonly record: readonly string[];
  readonly raw: string;
  readonly info: Pick<Info, 'lines'>;
}

/** A CSV file being read: a stream of lines, header first. */
export interface OpenCsv {
  readonly delimiter: string;
  readonly lines: AsyncIterable<CsvLine>;
}

/** Letters that a record may have. */
const longestRecord = 1_000_000;
const delimiters = [',', ';', '\t'] as const;

/**
 * Opens a CSV file for streaming. The separator is what a first line `sep=;` says, as Excel writes it, else the one of
 * `, ; tab` that the first line holds most of; a byte-order mark is dropped; empty lines are skipped; lines may end in any
 * way, and each in another.
 *
 * @throws UserError if the file cannot be read, is empty, or is no text in its encoding.
 */
export async function openCsv(input: Input, encoding: Encoding = 'utf-8'): Promise<OpenCsv> {
  const file = input.name;
  const texts = textOf(input, encoding);
  const begun = await texts.next();
  if (begun.done || begun.value === '') {
    throw new UserError([{ file, line: 1, message: 'the file is empty', hint: 'see --template' }]);
  }
  const [, said, ending = ''] = /^sep=(.)(\r\n|\r|\n|$)/i.exec(begun.value) ?? [];
  const first = said === undefined ? begun.value : begun.value.slice(`sep=${said}${ending}`.length);
  const delimiter = said ?? commonest(first.split(/\r|\n/, 1)[0]);
  const parser = parse({
    delimiter,
    info: true,
    raw: true,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: longestRecord,
  });
  const all = async function* () {
    yield first;
    yield* texts;
  };
  // What goes wrong here is told by the parser's own stream.
  pipeline(Readable.from(all()), parser).catch(() => undefined);
  return { delimiter, lines: located(parser, file, said === undefined ? 0 : 1) };
}

async function* located(parser: Parser, file: string, before: number): AsyncGenerator<CsvLine> {
  try {
    for await (const { record, raw, info } of parser) {
      yield { record, raw, info: { lines: info.lines + before } };
    }
  } catch (error) {
    throw asUserError(error, file, before);
  }
}

/** Complaints of the parser as problems of the file. */
function asUserError(error: unknown, file: string, before: number): unknown {
  if (!(error instanceof Error && 'code' in error && 'lines' in error)) return error;
  const line = Number(error.lines) + before;
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    const message = `a row of more than ${longestRecord / 1e6} million letters ends here`;
    const hint = 'shorten it; if a quote was opened and never closed, close it';
    return new UserError([{ file, line, message, hint }]);
  }
  const message =
    error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'a quote opened on this line or before is never closed'
      : 'a quote stands where none may';
  const hint = 'write " within a quoted cell as ""';
  return new UserError([{ file, line, message, hint }]);
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
export function lineAndColumnOf(
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
