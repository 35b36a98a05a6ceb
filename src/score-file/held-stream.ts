import { closeSync, openSync, readSync } from 'node:fs';
import { UserError } from '../errors.ts';

/** Bytes that are held of what comes through a pipe: some four million borrowers. */
const mostHeld = 256_000_000;

const chunkSize = 1 << 20;

/**
 * What comes through a pipe, which can be read once: it is held, so that it can be read from its beginning as often as need be.
 * Nothing is read before it is asked for.
 *
 * @param source path of a pipe, or 0 for stdin
 * @param failed makes what is thrown if it cannot be read
 * @param most bytes that are held
 */
export function heldStream(
  name: string,
  source: string | 0,
  failed: (error: unknown) => Error,
  most = mostHeld,
): () => Iterable<Buffer> {
  const chunks: Buffer[] = [];
  let held = 0;
  let descriptor: number | undefined;
  let isAtEnd = false;
  const readOn = () => {
    try {
      descriptor ??= source === 0 ? 0 : openSync(source, 'r');
      const buffer = Buffer.allocUnsafe(chunkSize);
      const length = readWaiting(descriptor, buffer);
      if (length > 0) chunks.push(Buffer.from(buffer.subarray(0, length)));
      else {
        isAtEnd = true;
        if (source !== 0) closeSync(descriptor);
      }
      held += length;
    } catch (error) {
      throw failed(error);
    }
    if (held <= most) return;
    const message = `more than ${most / 1e6} million bytes come through this pipe`;
    const hint = 'write them into a file and name that: a file may be of any length';
    throw new UserError([{ file: name, message, hint }]);
  };
  return function* bytes() {
    for (let k = 0; ; k++) {
      if (k === chunks.length && !isAtEnd) readOn();
      if (k === chunks.length) return;
      yield chunks[k];
    }
  };
}

/** Reads, and waits where a pipe that does not block has nothing yet. */
function readWaiting(descriptor: number, buffer: Buffer): number {
  const clock = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      return readSync(descriptor, buffer, 0, buffer.length, null);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      Atomics.wait(clock, 0, 0, 10);
    }
  }
}
