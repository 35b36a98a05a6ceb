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

/** Bytes of text that are gathered before they go to the disk. */
const roomFor = 1 << 20;
/** Bytes of one UTF-16 unit in UTF-8, at most. */
const widest = 3;

/** @param path of a file that is not there yet, in a folder that is */
export function stageAt(path: string, disk: Disk): StagedFile {
  const descriptor = disk.create(path);
  const hash = createHash('sha256');
  let bytes = 0;
  // Encoded piece by piece: one text of a million letters, grown by small pieces, is slow to make flat.
  const gathered = Buffer.allocUnsafe(roomFor);
  let used = 0;
  let isOpen = true;
  const put = (data: Uint8Array) => {
    hash.update(data);
    bytes += data.length;
    writeAll(descriptor, data, disk);
  };
  const flush = () => {
    if (used > 0) put(gathered.subarray(0, used));
    used = 0;
  };
  return {
    write(data) {
      const isText = typeof data === 'string';
      if (!isText || data.length * widest > roomFor - used) flush();
      if (!isText) put(data);
      else if (data.length * widest > roomFor) put(Buffer.from(data));
      else used += gathered.write(data, used);
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
