import type { Market, Posted, World } from '../engine/index.ts';
import { seedKey } from '../random/seed.ts';
import type { InstitutionChoice, Scenario } from '../scenario/index.ts';
import { sha256, canonicalJson } from '../folder/index.ts';

/**
 * The unit of work: one institution, one replicate, all its worlds (the others need the scorecards that
 * the actual one posted). Plain data: it crosses threads as it is.
 */
export interface Job {
  readonly market: Market;
  readonly institution: InstitutionChoice;
  readonly worlds: readonly World[];
  /** As in the scenario. */
  readonly sanctions?: 'relearned';
  /**
   * What the market without sharing posted, in which unaware borrowers believe; `withBeliefs` adds it. It follows from the
   * market, and is no part of the job's key.
   */
  readonly beliefs?: Posted;
  /** Quarters are left out of the result. */
  readonly wholeRun?: true;
  /** Id of the experiment to be done in place of a plain run. */
  readonly experiment?: string;
  readonly replicate: number;
}

/** The jobs of a scenario without a design: replicates outermost, so that an unfinished run has whole replicates. */
export function jobsOf(scenario: Scenario): Job[] {
  const replicates = Array.from({ length: scenario.replicates }, (_, replicate) => replicate);
  return replicates.flatMap((replicate) => jobsOfReplicate(scenario, replicate));
}

/** Its jobs of one replicate, one an institution. */
export function jobsOfReplicate(scenario: Scenario, replicate: number): Job[] {
  const { borrowers, quarters, burnIn, economy, lenders, worlds, sanctions } = scenario;
  const seed = seedKey(scenario.seed, replicate);
  const market: Market = { borrowers, quarters, burnIn, seed, economy, lenders };
  return scenario.institutions.map((institution) => ({
    ...{ market, institution, worlds, replicate },
    ...(sanctions ? { sanctions } : {}),
  }));
}

/**
 * Name of a job's result: a hash of all that its numbers depend on and of nothing else. The list of
 * institutions, the number of replicates, titles and labels are left out, so that a run can be resumed and
 * extended; a module counts by its source, wherever it lies.
 *
 * @param code fingerprint of the code that makes the numbers
 */
export function keyOf(job: Job, code: string): string {
  const { from, values, participation } = job.institution;
  const rules = from.kind === 'module' ? { kind: from.kind, hash: from.hash } : from;
  const { worlds, sanctions, wholeRun, experiment } = job;
  const market = marketKey(job.market);
  const read = { market, rules, values, participation, worlds, sanctions, wholeRun, experiment };
  return sha256(canonicalJson({ code, ...read }));
}

/** Markets are hashed once, not once an institution: a design has very many jobs. */
const marketKeys = new WeakMap<Market, string>();

/** Hash of all that a market is, its seed included. */
export function marketKey(market: Market): string {
  const known = marketKeys.get(market);
  if (known !== undefined) return known;
  const key = sha256(canonicalJson(market));
  marketKeys.set(market, key);
  return key;
}
