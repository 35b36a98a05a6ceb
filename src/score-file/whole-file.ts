import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import { makeFolder, removeFolders } from '../folder/index.ts';

/**
 * Writes a file that is there whole or not at all: text goes to a temporary name beside it, which
 * takes the file's place once `fill` is done, and is removed if `fill` fails.
 */
export async function writeWhole(
  path: string,
  fill: (write: (text: string) => void | Promise<void>) => Promise<void>,
): Promise<void> {
  const made = makeFolder(dirname(path));
  const temporary = `${path}.${process.pid}.part`;
  const stream = createWriteStream(temporary);
  try {
    await once(stream, 'open');
    await fill((text) => {
      if (stream.write(text)) return undefined;
      return once(stream, 'drain').then(() => undefined);
    });
    stream.end();
    await finished(stream);
    await rename(temporary, path);
  } catch (error) {
    stream.destroy();
    await rm(temporary, { force: true });
    removeFolders(made);
    throw error;
  }
}
