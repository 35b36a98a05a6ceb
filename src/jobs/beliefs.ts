import type { Market, Posted } from '../engine/index.ts';
import { canonicalJson } from '../text/json.ts';
import type { PhaseChoice } from '../scenario/index.ts';
import { isAlone, readAlone, type Job } from './job.ts';

/** A market without sharing, with the shocks and caps that befall it whatever institution it has. */
export interface Alone {
  readonly alone: Market;
  readonly befalls: readonly PhaseChoice[];
}

function befallsOf({ phases = [] }: Job['institution']): PhaseChoice[] {
  return phases
    .filter(({ cap, shock }) => cap !== undefined || shock !== undefined)
    .map(({ from, cap, shock }) => ({
      from,
      ...(cap !== undefined && { cap }),
      ...(shock !== undefined && { shock }),
    }));
}

/** Markets whose beliefs are held: points of a design that share a market come apart in time. */
const held = 256;

/**
 * Gives jobs what unaware borrowers believe: their market is run without sharing, once for all institutions of a replicate
 * and all points that have that market in common, however many borrowers are aware there. Jobs whose borrowers are all aware stay as they are.
 *
 * @param post what a market posts without sharing
 */
export function believer(post: (alone: Alone) => Promise<Posted>): (job: Job) => Promise<Job> {
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
    const befalls = befallsOf(job.institution);
    const key = textOf(job.market) + (befalls.length > 0 ? canonicalJson(befalls) : '');
    let posted = known.get(key);
    if (!posted) {
      posted = post({ alone: job.market, befalls });
      known.set(key, posted);
      const [oldest] = known.keys();
      if (known.size > held && oldest !== undefined) known.delete(oldest);
    }
    return { ...job, beliefs: await posted };
  };
}

function needsBeliefs(job: Job): boolean {
  const { economy } = job.market;
  const later = (job.institution.phases ?? []).map(({ awareness = 1 }) => awareness);
  const someUnaware = Math.min(economy.behaviour.awareness, ...later) < 1;
  return someUnaware && !isAlone(job) && job.experiment === undefined;
}
