import { scenarioAt, type Points } from '../../scenario/design/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { jobsOfReplicate } from '../../jobs/index.ts';
import { marketKey } from '../job-key.ts';
import { pointsIn, tasksIn, type KeyedJob } from './replicate-tasks.ts';

/** The part of all jobs that one machine does, by their keys: those that fall to its number, or one by its key. */
export type JobPart =
  | { readonly kind: 'shard'; readonly number: number; readonly of: number }
  | { readonly kind: 'job'; readonly key: string };

/**
 * All jobs of a scenario, equal ones once, whichever points ask for them: replicates outermost, and points in an order
 * that is spread over the design, so that what is interrupted is balanced.
 *
 * @param code fingerprint of the code that makes the numbers
 * @param part only what falls to it. Whatever falls to a shard follows from the scenario and the shard's number alone.
 */
export function* tasksOf(scenario: Scenario, code: string, part?: JobPart): Generator<KeyedJob> {
  const points = pointsIn(scenario);
  const isMine = part === undefined ? () => true : chooser(scenario, points, part);
  for (let replicate = 0; replicate < scenario.replicates; replicate++) {
    for (const task of tasksIn(scenario, points, replicate, code)) if (isMine(task)) yield task;
  }
}

/** Markets that each shard should have where whole markets are shared out: with fewer some would have much more than others. */
const marketsWorthAShard = 16;

/**
 * What falls to a part. Where borrowers may be unaware, all institutions of a market need the market without sharing: it is
 * run once if they fall to one shard, and again in each that has one of them. With few markets, single jobs are shared out.
 */
function chooser(scenario: Scenario, points: Points, part: JobPart): (task: KeyedJob) => boolean {
  if (part.kind === 'job') return ({ key }) => key.startsWith(part.key);
  const { number, of } = part;
  const isMine = (hash: string) => Number.parseInt(hash.slice(0, 12), 16) % of === number - 1;
  if (!hasMarkets(scenario, points, marketsWorthAShard * of)) return ({ key }) => isMine(key);
  return ({ job }) => isMine(marketKey(job.market));
}

/** Whether a design has so many markets in which somebody is unaware. */
function hasMarkets(scenario: Scenario, points: Points, enough: number): boolean {
  const { design, economy } = scenario;
  if (!design || design.experiment !== undefined) return false;
  const moves = design.factors.some(
    ({ target }) => target.of === 'economy' && target.name === 'awareness',
  );
  if (economy.behaviour.awareness === 1 && !moves) return false;
  const markets = new Set<string>();
  for (let index = 0; index < points.count; index++) {
    const [job] = jobsOfReplicate(scenarioAt(scenario, points.at(index)), 0);
    if (job.market.economy.behaviour.awareness < 1) markets.add(marketKey(job.market));
    if (markets.size * scenario.replicates >= enough) return true;
  }
  return false;
}
