import { UserError } from '../errors.ts';
import type { Input } from './input.ts';

/** Encodings that `--encoding` takes; all of them keep a line feed what it is, so that lines can be cut before they are read. */
export const encodings = [
  ...['utf-8', 'windows-1252', 'iso-8859-15', 'windows-1250', 'windows-1251'],
  ...['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'],
] as const;

export type Encoding = (typeof encodings)[number];

/** Bytes of a line beyond which nobody wrote it. */
const longestLine = 64_000_000;

/**
 * The text of a file, whole lines at a time, without a byte-order mark.
 *
 * @throws UserError with line and byte where the bytes are no text in this encoding
 */
export async function* textOf(input: Input, encoding: Encoding): AsyncGenerator<string> {
  // The beginning of a line, in pieces: put together once its end has come, for it may be long.
  let rest: Buffer[] = [];
  let held = 0;
  let lines = 0;
  let isFirst = true;
  const decoded = (block: Buffer): string => {
    if (isFirst) refuseBinary(input.name, block);
    const text = decode(input.name, block, encoding, lines);
    for (const byte of block) if (byte === 10) lines++;
    const isMarked = isFirst && text.startsWith('\uFEFF');
    isFirst = false;
    return isMarked ? text.slice(1) : text;
  };
  for await (const chunk of input.bytes()) {
    // What holds no line yet may hold none at all.
    if (isFirst && held === 0) refuseBinary(input.name, chunk);
    const end = chunk.lastIndexOf(10) + 1;
    if (end > 0) {
      yield decoded(Buffer.concat([...rest, chunk.subarray(0, end)]));
      rest = [];
      held = 0;
    }
    rest.push(chunk.subarray(end));
    held += chunk.length - end;
    if (held > longestLine) {
      const message = `the line has more than ${longestLine / 1e6} million bytes`;
      throw new UserError([{ file: input.name, line: lines + 1, message }]);
    }
  }
  if (held > 0) yield decoded(Buffer.concat(rest));
}

function refuseBinary(file: string, block: Buffer): void {
  const [a, b] = block;
  const isWide = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  if (!isWide && !block.subarray(0, 65_536).includes(0)) return;
  const hint = 'save it as CSV in UTF-8';
  throw new UserError([{ file, message: 'this is no text in UTF-8', hint }]);
}

function decode(file: string, block: Buffer, encoding: Encoding, before: number): string {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  try {
    return decoder.decode(block);
  } catch {
    let line = before + 1;
    for (let at = 0; at < block.length; line++) {
      const end = (block.indexOf(10, at) + 1 || block.length + 1) - 1;
      const byte = firstWrong(block.subarray(at, end), encoding);
      if (byte !== undefined) throw wrongBytes(file, line, byte, block[at + byte - 1], encoding);
      at = end + 1;
    }
    throw wrongBytes(file, before + 1, 1, block[0], encoding);
  }
}

/** Number of the first byte, from 1, that is no text; undefined if all are. */
function firstWrong(line: Buffer, encoding: Encoding): number | undefined {
  const isText = (length: number, whole: boolean) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(line.subarray(0, length), {
        stream: !whole,
      });
      return true;
    } catch {
      return false;
    }
  };
  if (isText(line.length, true)) return undefined;
  let [good, bad] = [0, line.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isText(middle, false)) good = middle;
    else bad = middle;
  }
  // A sign that is broken off by the next byte begins where the text before it still was whole.
  let start = good;
  while (start > 0 && !isText(start, true)) start--;
  return start + 1;
}

function wrongBytes(
  file: string,
  line: number,
  byte: number,
  value: number,
  encoding: Encoding,
): UserError {
  const message = `byte ${byte} of the line (0x${value.toString(16).padStart(2, '0')}) is no text in ${encoding.toUpperCase()}`;
  const hint =
    encoding === 'utf-8'
      ? 'save it as UTF-8, or say what it is: --encoding windows-1252 (Western Europe), gb18030 (Chinese), …'
      : `another of --encoding: ${encodings.join(', ')}`;
  return new UserError([{ file, line, message, hint }]);
}
