import { programFolder } from '../program-folder.ts';

/** Of a thread that runs a user's code: a module that fills its memory ends its own thread, long before the machine's is full. */
export const moduleLimits = { maxOldGenerationSizeMb: 1024 } as const;

/** Of a thread that does many markets: small ones leave much behind at once, which costs least where it may gather for longer. */
export const marketLimits = { maxYoungGenerationSizeMb: 96 } as const;

/** How a pool keeps its threads: one that waits for what others find out is needed again at once, and a new one would compile everything anew. */
export const keptThreads = { minThreads: 1, idleTimeout: 60_000 } as const;

/**
 * What a pool needs to run a worker's module: the built program's, told to name sources where it fails. Under tsx
 * (`npm run dev`) the source itself, a file of this folder, which a thread reads as this process does.
 */
export function sourceLoader(module: string): { filename: string; execArgv: string[] } {
  if (import.meta.url.endsWith('.ts') && process.execArgv.some((word) => word.includes('tsx'))) {
    return { filename: new URL(`${module}.ts`, import.meta.url).href, execArgv: process.execArgv };
  }
  const filename = new URL(`dist/${module}.js`, programFolder).href;
  return { filename, execArgv: ['--enable-source-maps'] };
}
