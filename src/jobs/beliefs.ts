import type { Market, Posted } from '../engine/index.ts';
import { canonicalJson } from '../text/json.ts';
import type { PhaseChoice } from '../scenario/index.ts';
import { isAlone, isUnaware, readAlone, type Job } from './job.ts';

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

/** Does jobs of which some need what others find out. */
type Doing = <Result extends { readonly posted?: Posted | undefined }>(
  job: Job,
  work: (job: Job, posts: boolean) => Promise<Result>,
) => Promise<Result>;

/**
 * Does jobs with what their unaware borrowers believe: their market is run without sharing, once for all institutions of a
 * replicate and all points that have that market in common, however many borrowers are aware there. Where that market is a
 * job itself, it is that job which tells. Jobs whose borrowers are all aware stay as they are.
 *
 * @param post what a market posts without sharing
 * @returns does a job by `work`, which also says what was posted if it `posts`
 */
export function believer(post: (alone: Alone) => Promise<Posted>): Doing {
  const known = new Map<string, Promise<Posted>>();
  const texts = new WeakMap<Market, string>();
  // Written once a market, not once an institution: a design has very many jobs.
  const textOf = (market: Market) => {
    const text = texts.get(market) ?? canonicalJson(readAlone(market));
    texts.set(market, text);
    return text;
  };
  const keep = (key: string, posted: Promise<Posted>) => {
    known.set(key, posted);
    const [oldest] = known.keys();
    if (known.size > held && oldest !== undefined) known.delete(oldest);
    return posted;
  };
  const believed = (job: Job): Promise<Posted> => {
    const befalls = befallsOf(job.institution);
    const key = textOf(job.market) + (befalls.length > 0 ? canonicalJson(befalls) : '');
    return known.get(key) ?? keep(key, post({ alone: job.market, befalls }));
  };
  return async (job, work) => {
    if (isUnaware(job) && !isAlone(job))
      return work({ ...job, beliefs: await believed(job) }, false);
    if (!isBelieved(job) || known.has(textOf(job.market))) return work(job, false);
    const done = work(job, true);
    const told = done.then(({ posted }) => posted ?? post({ alone: job.market, befalls: [] }));
    // Whoever waits for it fails with it; that nobody does is no failure of its own.
    told.catch(() => undefined);
    void keep(textOf(job.market), told);
    return done;
  };
}

/** Whether a job runs a market without sharing in which others may believe, here or at other points of its design. */
function isBelieved(job: Job): boolean {
  const isPlain = isAlone(job) && job.experiment === undefined;
  return isPlain && (job.believed === true || isUnaware(job));
}
