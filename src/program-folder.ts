import { existsSync } from 'node:fs';

/**
 * Folder of the program, which holds package.json, assets/ and scenarios/: the nearest one above this code that has a
 * package.json. So all is found from src/ as from dist/, wherever a file is moved.
 */
export const programFolder: URL = nearest(new URL('.', import.meta.url));

function nearest(folder: URL): URL {
  if (existsSync(new URL('package.json', folder))) return folder;
  const above = new URL('..', folder);
  if (above.href === folder.href) throw new Error('the program has no package.json above it');
  return nearest(above);
}
