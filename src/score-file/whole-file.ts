import {
  closeSync,
  fstatSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  statSync,
  writeSync,
  type Stats,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { reasonOf, replaceFile, requireWritable } from '../folder/index.ts';

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
export function scoreOutputOf(out: string, input: FileIdentity | undefined): ScoreOutput {
  if (out === '-' || resolve(out) === '/dev/stdout') {
    refuseInput(
      out,
      standing(out, () => fstatSync(1)),
      input,
    );
    return { kind: 'stdout' };
  }
  const path = followed(out);
  const stats = standing(out, () => statSync(path, { throwIfNoEntry: false }));
  if (stats?.isDirectory()) {
    const hint = `name a file in it, e.g. ${out.replace(/\/$/, '')}/scores.csv`;
    throw new UserError([{ message: `--out: ${out} is a folder`, hint }]);
  }
  refuseInput(out, stats, input);
  if (isOfSystem(path)) {
    if (stats) return { kind: 'stream', path };
    throw new UserError([{ message: `--out: there is no ${out}, and nothing is made there` }]);
  }
  if (stats && !stats.isFile()) return { kind: 'stream', path };
  requireWritable(dirname(path));
  return { kind: 'file', path };
}

/** Where devices and descriptors lie: they are written into whatever they lead to, and nothing is made beside them. */
const isOfSystem = (path: string) => /^\/(dev(?!\/shm\/)|proc|sys)\//.test(resolve(path));

/** What tells a file, whatever its name. */
type FileIdentity = Pick<Stats, 'dev' | 'ino'>;

function refuseInput(out: string, stats: Stats | undefined, input: FileIdentity | undefined): void {
  // Of what is written to a terminal, or read from it, nothing is lost.
  if (!stats?.isFile() || stats.dev !== input?.dev || stats.ino !== input.ino) return;
  throw new UserError([{ message: `--out: ${out} is the file of borrowers itself` }]);
}

/** What the system says of a path; what it cannot say is the user's to mend. */
function standing<Result>(out: string, ask: () => Result): Result {
  try {
    return ask();
  } catch (error) {
    throw new UserError([{ message: `--out: ${out} cannot be written: ${reasonOf(error)}` }], {
      cause: error,
    });
  }
}

/** Where a link leads, also if there is nothing yet. */
function followed(path: string): string {
  let at = path;
  for (let links = 0; links <= 40; links++) {
    const here = at;
    if (isOfSystem(here)) return here;
    const link = standing(path, () => lstatSync(here, { throwIfNoEntry: false }));
    if (!link?.isSymbolicLink()) return here;
    at = resolve(realpathSync(dirname(here)), readlinkSync(here));
  }
  throw new UserError([{ message: `--out: ${path} is a link that leads to itself` }]);
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
    const message = `cannot be written: ${reasonOf(error)}`;
    throw new UserError([{ file: target.path, message }], { cause: error });
  }
}
