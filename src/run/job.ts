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
  /** Id of the experiment to be done in place of a plain run. */
  readonly experiment?: string;
  readonly replicate: number;
}

/** The jobs of a scenario: replicates outermost, so that an unfinished run has whole replicates. */
export function jobsOf(scenario: Scenario): Job[] {
  const { borrowers, quarters, burnIn, economy, lenders, worlds, sanctions } = scenario;
  return Array.from({ length: scenario.replicates }, (_, replicate) => {
    const seed = seedKey(scenario.seed, replicate);
    const market: Market = { borrowers, quarters, burnIn, seed, economy, lenders };
    return scenario.institutions.map((institution) => ({
      ...{ market, institution, worlds, replicate },
      ...(sanctions ? { sanctions } : {}),
    }));
  }).flat();
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
  const { market, worlds, sanctions } = job;
  return sha256(canonicalJson({ code, market, rules, values, participation, worlds, sanctions }));
}
