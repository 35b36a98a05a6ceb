import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder, temporaryName, type Staged } from './files.ts';

/** A file that is written piece by piece, because it may be larger than memory. */
export interface Stage {
  readonly write: (piece: string | Uint8Array) => void;
  /** All is on the disk. */
  readonly end: () => Staged;
  /** Nothing is left. */
  readonly discard: () => void;
}

/** Text that is gathered before it goes to the disk. */
const piece = 1 << 20;

/** @param path that the file will have once `writeTogether` is called with it */
export function stage(path: string): Stage {
  makeFolder(dirname(path));
  const descriptor = openSync(temporaryName(path), 'w');
  const hash = createHash('sha256');
  let bytes = 0;
  let gathered = '';
  const put = (data: Uint8Array) => {
    hash.update(data);
    bytes += data.length;
    for (let at = 0; at < data.length;) at += writeSync(descriptor, data, at);
  };
  const flush = () => {
    if (gathered !== '') put(Buffer.from(gathered));
    gathered = '';
  };
  return {
    write(data) {
      if (typeof data === 'string') gathered += data;
      else {
        flush();
        put(data);
      }
      if (gathered.length > piece) flush();
    },
    end() {
      flush();
      fsyncSync(descriptor);
      closeSync(descriptor);
      return { bytes, sha256: hash.digest('hex') };
    },
    discard: () => rmSync(temporaryName(path), { force: true }),
  };
}
