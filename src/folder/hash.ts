import { createHash, hash as hashOf } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** SHA-256 of some text or bytes, as 64 hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
  return hashOf('sha256', content, 'hex');
}

/** SHA-256 of a file, which may be larger than memory. */
export function hashOfFile(path: string): string {
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(1 << 20);
  const descriptor = openSync(path, 'r');
  try {
    for (let n = readSync(descriptor, buffer); n > 0; n = readSync(descriptor, buffer)) {
      hash.update(buffer.subarray(0, n));
    }
  } finally {
    closeSync(descriptor);
  }
  return hash.digest('hex');
}
