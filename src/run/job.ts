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
 * institutions, the number of replicates, titles, labels and points are left out, so that a run can be resumed and
 * extended; a module counts by its source, wherever it lies. Without sharing, an institution’s numbers are nowhere read.
 *
 * @param code fingerprint of the code that makes the numbers
 */
export function keyOf(job: Job, code: string): string {
  const { from, values, participation } = job.institution;
  const { worlds, sanctions, wholeRun, experiment } = job;
  const shared = { worlds, sanctions, wholeRun, experiment };
  if (isAlone(job) && experiment === undefined) {
    const market = keysAlone.get(job.market, () => withoutSharing(job.market));
    return sha256(canonicalJson({ code, market, rules: from, ...shared }));
  }
  const rules = from.kind === 'module' ? { kind: from.kind, hash: from.hash } : from;
  const market = marketKey(job.market);
  return sha256(canonicalJson({ code, market, rules, values, participation, ...shared }));
}

/** Whether nobody shares anything in a job's market. */
export function isAlone({ institution: { from } }: Job): boolean {
  return from.kind === 'built-in' && from.id === 'none';
}

/** Hash of all that a market is, its seed included. */
export function marketKey(market: Market): string {
  return keys.get(market, () => market);
}

/** What a market without sharing reads of its numbers: neither who knows of sharing, nor what only a score shows. */
function withoutSharing({ economy, ...market }: Market): unknown {
  const { misreporting: _, behaviour, strain, ...rest } = economy;
  const { awareness: __, ...choices } = behaviour;
  const { footprint: ___, ...hardship } = strain;
  return { ...market, economy: { ...rest, behaviour: choices, strain: hardship } };
}

/** Markets are hashed once, not once an institution: a design has very many jobs. */
function hashes() {
  const known = new WeakMap<Market, string>();
  return {
    get(market: Market, read: () => unknown): string {
      const key = known.get(market) ?? sha256(canonicalJson(read()));
      known.set(market, key);
      return key;
    },
  };
}

const keys = hashes();
const keysAlone = hashes();
