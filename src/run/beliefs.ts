import type { Market } from '../engine/index.ts';
import type { Executor } from './executor.ts';
import type { Job } from './job.ts';

/**
 * The same jobs, with what unaware borrowers believe: their market is run without sharing, once for all institutions of a
 * replicate. Jobs whose borrowers are all aware stay as they are.
 *
 * @throws the signal's reason when it aborts
 */
export async function withBeliefs(
  jobs: readonly Job[],
  executor: Executor,
  signal: AbortSignal,
): Promise<readonly Job[]> {
  const markets = new Set<Market>();
  for (const { market, institution } of jobs) {
    const isAlone = institution.from.kind === 'built-in' && institution.from.id === 'none';
    if (market.economy.behaviour.awareness < 1 && !isAlone) markets.add(market);
  }
  if (markets.size === 0) return jobs;
  const needed = [...markets];
  const posted = await executor.beliefs(needed, signal);
  const of = new Map(needed.map((market, k) => [market, posted[k]]));
  return jobs.map((job) => {
    const beliefs = of.get(job.market);
    return beliefs ? { ...job, beliefs } : job;
  });
}
