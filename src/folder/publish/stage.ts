import { createHash } from 'node:crypto';
import type { Disk } from './disk.ts';
import { writeAll, type Staged } from './files.ts';

/** A file that is written piece by piece, because it may be larger than memory. */
export interface StagedFile {
  readonly write: (piece: string | Uint8Array) => void;
  /** All is on the disk. */
  readonly end: () => Staged;
  /** Nothing more is written. */
  readonly drop: () => void;
}

/** Text that is gathered before it goes to the disk. */
const piece = 1 << 20;

/** @param path of a file that is not there yet, in a folder that is */
export function stageAt(path: string, disk: Disk): StagedFile {
  const descriptor = disk.create(path);
  const hash = createHash('sha256');
  let bytes = 0;
  let gathered = '';
  let isOpen = true;
  const put = (data: Uint8Array) => {
    hash.update(data);
    bytes += data.length;
    writeAll(descriptor, data, disk);
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
      disk.sync(descriptor);
      disk.close(descriptor);
      isOpen = false;
      return { bytes, sha256: hash.digest('hex') };
    },
    drop() {
      if (isOpen) disk.close(descriptor);
      isOpen = false;
    },
  };
}
