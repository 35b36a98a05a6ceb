import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeSync,
} from 'node:fs';

/**
 * All that publishing asks of the disk, each call a point at which a process may be killed or the disk may fail. Tests put
 * one in its place that does just that.
 */
export interface Disk {
  readonly makeFolder: (path: string) => void;
  /** A new file; throws if there is one. Answers its descriptor. */
  readonly create: (path: string) => number;
  /** Writes as much as the disk takes; answers how many bytes. */
  readonly write: (descriptor: number, data: Uint8Array, from: number) => number;
  /** What was written outlasts a failure of power. */
  readonly sync: (descriptor: number) => void;
  readonly close: (descriptor: number) => void;
  readonly rename: (from: string, to: string) => void;
  /** No error if it is not there. */
  readonly remove: (path: string) => void;
  /** Throws if something lies in it. */
  readonly removeFolder: (path: string) => void;
  /** That files came into a folder or left it outlasts a failure of power. */
  readonly syncFolder: (path: string) => void;
}

export const nodeDisk: Disk = {
  makeFolder: (path) => mkdirSync(path),
  create: (path) => openSync(path, 'wx'),
  write: (descriptor, data, from) => writeSync(descriptor, data, from),
  sync: fsyncSync,
  close: closeSync,
  rename: renameSync,
  remove: (path) => rmSync(path, { force: true }),
  removeFolder: (path) => rmdirSync(path),
  syncFolder(path) {
    // Windows opens no folders, and some disks of networks know no way to do this.
    let descriptor: number;
    try {
      descriptor = openSync(path, 'r');
    } catch {
      return;
    }
    try {
      fsyncSync(descriptor);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if (code !== 'EINVAL' && code !== 'EPERM' && code !== 'ENOTSUP') throw error;
    } finally {
      closeSync(descriptor);
    }
  },
};
