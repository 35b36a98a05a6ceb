/** How Node is told to read modules one after the other: see handles.mjs. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export async function load(url, context, next) {
  if (context.format !== 'module' || !url.startsWith('file:')) return next(url, context);
  const source = readFileSync(fileURLToPath(url));
  return { format: 'module', source, shortCircuit: true };
}
