import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../../errors.ts';
import { makeFolder } from '../../folder/index.ts';

/**
 * Where a finished job lies. Its file holds one entry after the other: a line with key, hash, count and length of the text, then
 * the text and a line feed.
 */
export interface StoreEntry {
  readonly key: string;
  /** Of key, count and text (`sealOf`). */
  readonly sha256: string;
  /** Numbers that the text holds. */
  readonly count: number;
  readonly file: string;
  /** Of the text, in bytes from the beginning of the file. */
  readonly offset: number;
  /** In bytes. */
  readonly length: number;
}

/** Files of creditlab 0.1.0 end otherwise: what is in them is done again. */
const extension = '.done';

/** Key and hash (64 hexadecimal digits each), count and length in bytes (12 places each), a space between them, a line feed. */
const headLength = 64 + 1 + 64 + 1 + 12 + 1 + 12 + 1;
const headPattern = /^([0-9a-f]{64}) ([0-9a-f]{64}) ( *\d+) ( *\d+)\n$/;

/** The whole entries in a folder's files. What a process was writing when it was ended is passed over. */
export function* entriesIn(folder: string): Generator<StoreEntry> {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of names.filter((one) => one.endsWith(extension)).toSorted()) {
    yield* entriesOf(join(folder, name));
  }
}

/** Files of a folder that end in the middle of an entry: somebody is writing it, or was ended while writing. */
export function unfinishedIn(folder: string): number {
  const ends = new Map<string, number>();
  for (const { file, offset, length } of entriesIn(folder)) ends.set(file, offset + length + 1);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const files = names.filter((one) => one.endsWith(extension)).map((name) => join(folder, name));
  return files.filter((file) => statSync(file).size > (ends.get(file) ?? 0)).length;
}

function* entriesOf(file: string): Generator<StoreEntry> {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const textAt = readingOn(descriptor);
    for (let at = 0; at + headLength < size;) {
      const head = textAt(at, headLength);
      const [, key, sha256, number, digits] = headPattern.exec(head) ?? [];
      if (key === undefined || sha256 === undefined) return;
      const length = Number(digits);
      const offset = at + headLength;
      at = offset + length + 1;
      if (at > size) return;
      yield { key, sha256, count: Number(number), file, offset, length };
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Bytes that are read at once: of small markets dozens of entries, of large ones little that is passed over. */
const atOnce = 1 << 16;

/** Reads short pieces of a file one after the other: asking the system for each would be most of the time that it takes. */
function readingOn(descriptor: number): (at: number, length: number) => string {
  const bytes = Buffer.alloc(atOnce);
  let from = 0;
  let to = 0;
  return (at, length) => {
    if (at < from || at + length > to) {
      from = at;
      to = at + readSync(descriptor, bytes, 0, atOnce, at);
    }
    return bytes.toString('latin1', at - from, Math.min(at + length, to) - from);
  };
}

/** The text of an entry; undefined if its file is gone or shorter by now. */
export function readStoreEntry({ file, offset, length }: StoreEntry): string | undefined {
  try {
    const descriptor = openSync(file, 'r');
    try {
      const bytes = Buffer.alloc(length);
      const read = readSync(descriptor, bytes, 0, length, offset);
      return read === length ? bytes.toString('utf8') : undefined;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}

/** A file of this process, to which entries are appended. */
export interface Appending {
  readonly append: (key: string, sha256: string, count: number, text: string) => StoreEntry;
  readonly close: () => void;
}

/** Milliseconds between two times that what was written is forced onto the disk: a power failure costs no more work. */
const forcedEvery = 2000;

/** The file is made with the first entry; its name is one that no other process anywhere has. */
export function appendTo(folder: string): Appending {
  let file = '';
  let descriptor = -1;
  let size = 0;
  let forced = 0;
  return {
    append(key, sha256, count, text) {
      try {
        if (descriptor < 0) {
          makeFolder(folder);
          const name = `${hostname()}-${process.pid}-${randomBytes(4).toString('hex')}`;
          file = join(folder, `${name}${extension}`);
          descriptor = openSync(file, 'ax');
          forced = performance.now();
        }
        const length = Buffer.byteLength(text);
        const [number, bytes] = [count, length].map((n) => String(n).padStart(12));
        const head = `${key} ${sha256} ${number} ${bytes}\n`;
        writeSync(descriptor, `${head}${text}\n`);
        if (performance.now() - forced > forcedEvery) {
          fsyncSync(descriptor);
          forced = performance.now();
        }
        const offset = size + headLength;
        size = offset + length + 1;
        return { key, sha256, count, file, offset, length };
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        const message = `finished work cannot be kept: ${reason}`;
        throw new UserError([{ file: file || folder, message }], { cause: error });
      }
    },
    close() {
      if (descriptor < 0) return;
      fsyncSync(descriptor);
      closeSync(descriptor);
      descriptor = -1;
    },
  };
}
