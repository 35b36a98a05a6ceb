import type { Market, Posted } from '../engine/index.ts';
import { canonicalJson } from '../text/json.ts';
import { isAlone, readAlone, type Job } from './job.ts';

/** Markets whose beliefs are held: points of a design that share a market come apart in time. */
const held = 256;

/**
 * Gives jobs what unaware borrowers believe: their market is run without sharing, once for all institutions of a replicate
 * and all points that have that market in common, however many borrowers are aware there. Jobs whose borrowers are all aware stay as they are.
 *
 * @param post what a market posts without sharing
 */
export function believer(post: (market: Market) => Promise<Posted>): (job: Job) => Promise<Job> {
  const known = new Map<string, Promise<Posted>>();
  const texts = new WeakMap<Market, string>();
  // Written once a market, not once an institution: a design has very many jobs.
  const textOf = (market: Market) => {
    const text = texts.get(market) ?? canonicalJson(readAlone(market));
    texts.set(market, text);
    return text;
  };
  return async (job) => {
    if (!needsBeliefs(job)) return job;
    const key = textOf(job.market);
    let posted = known.get(key);
    if (!posted) {
      posted = post(job.market);
      known.set(key, posted);
      const [oldest] = known.keys();
      if (known.size > held && oldest !== undefined) known.delete(oldest);
    }
    return { ...job, beliefs: await posted };
  };
}

function needsBeliefs(job: Job): boolean {
  return (
    job.market.economy.behaviour.awareness < 1 && !isAlone(job) && job.experiment === undefined
  );
}
