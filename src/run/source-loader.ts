import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/**
 * What a pool needs to run a worker's module of this folder: the built program runs as it is; from source, each thread
 * must learn to read TypeScript.
 */
export function sourceLoader(module: string): { filename: string; execArgv: string[] } {
  const isSource = import.meta.url.endsWith('.ts');
  const filename = new URL(`${module}.${isSource ? 'ts' : 'js'}`, import.meta.url).href;
  if (!isSource) return { filename, execArgv: [] };
  const tsx = createRequire(import.meta.url).resolve('tsx');
  return { filename, execArgv: ['--import', pathToFileURL(tsx).href] };
}
