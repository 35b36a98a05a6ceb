import type { Market, Posted, World } from '../engine/index.ts';
import { seedKey } from '../random/seed.ts';
import type { InstitutionChoice, Scenario } from '../scenario/index.ts';

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
  /** Somebody at this or another point of its design may believe in what its market posts without sharing; no part of the key. */
  readonly believed?: true;
  /** It is held against a reform, or is one: its result tells more by quarter. */
  readonly paths?: true;
  /** Id of the experiment to be done in place of a plain run. */
  readonly experiment?: string;
  readonly replicate: number;
}

/** The jobs of a scenario without a design: replicates outermost, so that an unfinished run has whole replicates. */
export function jobsOf(scenario: Scenario): Job[] {
  const replicates = Array.from({ length: scenario.replicates }, (_, replicate) => replicate);
  return replicates.flatMap((replicate) => aloneFirst(jobsOfReplicate(scenario, replicate)));
}

/** Jobs of a replicate as they are done: that without sharing first, since unaware borrowers believe in what it posts. */
export function aloneFirst(jobs: readonly Job[]): Job[] {
  return jobs.toSorted((a, b) => Number(isAlone(b)) - Number(isAlone(a)));
}

/** Its jobs of one replicate, one an institution. */
export function jobsOfReplicate(scenario: Scenario, replicate: number): Job[] {
  const { borrowers, quarters, burnIn, economy, lenders, worlds, sanctions } = scenario;
  const seed = seedOf(scenario.seed, replicate);
  const market: Market = { borrowers, quarters, burnIn, seed, economy, lenders };
  const pasts = scenario.institutions.map(({ reformOf }) => reformOf);
  return scenario.institutions.map((institution) => ({
    ...{ market, institution, worlds, replicate },
    ...((institution.reformOf ?? pasts.includes(institution.id)) && { paths: true as const }),
    ...(sanctions ? { sanctions } : {}),
  }));
}

/** All points of a replicate have one seed: it is derived once, not once a point. */
let latest = { seed: '', replicate: -1, key: seedKey('', 0) };
function seedOf(seed: string, replicate: number): Market['seed'] {
  if (latest.seed !== seed || latest.replicate !== replicate) {
    latest = { seed, replicate, key: seedKey(seed, replicate) };
  }
  return latest.key;
}

/** Whether nobody shares anything in a job's market. */
export function isAlone({ institution: { from, phases } }: Job): boolean {
  return from.kind === 'built-in' && from.id === 'none' && phases === undefined;
}

/** Whether some borrowers of a plain run believe, now or later, that nobody shares. */
export function isUnaware({ market, institution, experiment }: Job): boolean {
  const later = (institution.phases ?? []).map(({ awareness = 1 }) => awareness);
  return experiment === undefined && Math.min(market.economy.behaviour.awareness, ...later) < 1;
}

/** What a market without sharing reads of its numbers: neither who knows of sharing, nor what only a score shows. */
export function readAlone({
  economy,
  ...market
}: Market): Omit<Market, 'economy'> & { readonly economy: object } {
  const { misreporting: _, behaviour, strain, ...rest } = economy;
  const { awareness: __, ...choices } = behaviour;
  const { footprint: ___, ...hardship } = strain;
  return { ...market, economy: { ...rest, behaviour: choices, strain: hardship } };
}
