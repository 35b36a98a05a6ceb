import { closeSync, createReadStream, fstatSync, openSync, statSync, type Stats } from 'node:fs';
import { isatty } from 'node:tty';
import { UserError } from '../errors.ts';
import { heldStream } from './held-stream.ts';

/** A file of borrowers that can be read from its beginning as often as need be. */
export interface Input {
  /** As the user named it. */
  readonly name: string;
  readonly bytes: () => AsyncIterable<Buffer> | Iterable<Buffer>;
  /** What the system knows of it; undefined for what it cannot tell. */
  readonly stats: Stats | undefined;
}

const unreadable: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a folder, not a file',
  EACCES: 'this file may not be read',
};

/**
 * Opens a file, or `-` for what comes through a pipe. Pipes can be read once only and are held in memory, up to a limit.
 *
 * @throws UserError if it cannot be read
 */
export function inputOf(name: string): Input {
  const source = name === '-' ? 0 : name;
  const stats = attempt(name, () => (source === 0 ? fstatSync(0) : statSync(name)));
  if (stats.isDirectory()) throw cannot(name, 'EISDIR');
  if (isEndless(source, stats)) {
    throw new UserError([{ file: name, message: 'this is a device, not a file' }]);
  }
  if (source !== 0 && stats.isFile()) {
    return {
      name,
      stats,
      async *bytes() {
        try {
          for await (const chunk of createReadStream(name)) yield Buffer.from(chunk);
        } catch (error) {
          throw failed(name, error);
        }
      },
    };
  }
  return { name, stats, bytes: heldStream(name, source, (error) => failed(name, error)) };
}

/** Of devices only a terminal comes to an end that a person sets. */
function isEndless(source: string | 0, stats: Stats): boolean {
  if (stats.isBlockDevice()) return true;
  if (!stats.isCharacterDevice()) return false;
  if (source === 0) return !isatty(0);
  const descriptor = attempt(source, () => openSync(source, 'r'));
  try {
    return !isatty(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function attempt<Result>(name: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw failed(name, error);
  }
}

function failed(name: string, error: unknown): UserError {
  return cannot(name, error instanceof Error && 'code' in error ? String(error.code) : '');
}

function cannot(file: string, code: string): UserError {
  return new UserError([{ file, message: unreadable[code] ?? `cannot be read (${code})` }]);
}
