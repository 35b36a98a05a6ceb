import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Piscina } from 'piscina';
import { UserError } from '../errors.ts';
import type { Executor, OnResult } from './executor.ts';
import type { Job } from './job.ts';
import type { Reply } from './worker.ts';

/**
 * Jobs on worker threads. Results do not depend on how many: a job is a pure function, and rows are put
 * in order at the end.
 *
 * @param lanes threads, ≥ 1
 */
export function threads(lanes: number): Executor {
  return { lanes, run: (jobs, onResult, signal) => run(lanes, jobs, onResult, signal) };
}

async function run(
  lanes: number,
  jobs: readonly Job[],
  onResult: OnResult,
  signal: AbortSignal,
): Promise<void> {
  const isSource = import.meta.url.endsWith('.ts');
  const pool = new Piscina<Job, Reply>({
    filename: new URL(isSource ? 'worker.ts' : 'worker.js', import.meta.url).href,
    minThreads: 1,
    maxThreads: Math.max(1, Math.min(lanes, jobs.length)),
    // The built program runs as it is; from source, each thread must learn to read TypeScript.
    ...(isSource ? { execArgv: ['--import', typescriptLoader()] } : {}),
  });
  const queue = jobs.values();
  const lane = async () => {
    for (const job of queue) {
      signal.throwIfAborted();
      const reply = await pool.run(job, { signal });
      if ('problems' in reply) throw new UserError(reply.problems);
      await onResult(job, reply.values);
    }
  };
  try {
    await Promise.all(Array.from({ length: lanes }, lane));
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    await pool.destroy();
  }
}

function typescriptLoader(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
}
