import {
  closeSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { replaceFile, requireWritable } from '../folder/index.ts';

/** Where scores go. */
export type ScoreOutput =
  | { readonly kind: 'stdout' }
  /** A device or pipe, which is written into. */
  | { readonly kind: 'stream'; readonly path: string }
  /** A file that is replaced whole; a link's is the file that it points to. */
  | { readonly kind: 'file'; readonly path: string };

/**
 * Where `--out` leads: `-` is stdout, a link is followed, what is no regular file is written into. Nothing is made beside
 * a device.
 *
 * @throws UserError if it is a folder, is the file of borrowers itself, or cannot be written
 */
export function scoreOutputOf(
  out: string,
  input: { dev: number; ino: number } | undefined,
): ScoreOutput {
  if (out === '-' || resolve(out) === '/dev/stdout') return { kind: 'stdout' };
  // What a descriptor of ours leads to is written into, whatever it is.
  if (/^\/(dev|proc)\//.test(resolve(out))) return stream(out);
  const path = followed(out);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) {
    const hint = `name a file in it, e.g. ${out.replace(/\/$/, '')}/scores.csv`;
    throw new UserError([{ message: `--out: ${out} is a folder`, hint }]);
  }
  if (stats && stats.dev === input?.dev && stats.ino === input.ino) {
    throw new UserError([{ message: `--out: ${out} is the file of borrowers itself` }]);
  }
  if (stats && !stats.isFile()) return stream(out);
  requireWritable(dirname(path));
  return { kind: 'file', path };
}

function stream(path: string): ScoreOutput {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UserError([{ message: `--out: ${path} is a folder`, hint: 'name a file' }]);
  }
  return { kind: 'stream', path };
}

/** Where a link leads, also if there is nothing yet. */
function followed(path: string, depth = 0): string {
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  if (!isLink) return path;
  if (depth > 40) throw new UserError(`--out: ${path} is a link that leads to itself`);
  if (statSync(path, { throwIfNoEntry: false })) return realpathSync(path);
  return followed(resolve(dirname(path), readlinkSync(path)), depth + 1);
}

/**
 * Writes a text whole: a file is replaced by one that was beside it; stdout and devices are given it at once.
 *
 * @throws UserError if it cannot be written
 */
export function writeTo(target: ScoreOutput, pieces: readonly string[]): void {
  if (target.kind === 'file') return replaceFile(target.path, pieces.join(''));
  if (target.kind === 'stdout') {
    for (const piece of pieces) process.stdout.write(piece);
    return;
  }
  try {
    const descriptor = openSync(target.path, 'w');
    try {
      for (const piece of pieces) {
        const bytes = Buffer.from(piece);
        for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
      }
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `cannot be written: ${reason}`;
    throw new UserError([{ file: target.path, message }], { cause: error });
  }
}
