import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { Market } from '../../engine/index.ts';
import { UserError, type Problem } from '../../errors.ts';
import { marketsOf } from '../../evidence/evaluate.ts';
import { readFact, type FactReading, type FactValue } from '../../evidence/index.ts';
import { seedKey } from '../../random/seed.ts';
import type { Scenario } from '../../scenario/index.ts';
import { planOf } from '../plan.ts';
import type { Progress } from '../../jobs/index.ts';
import { doEvidence, factsOf, type EvidenceJob, type FactRef } from './job.ts';
import { onThreads } from './pool.ts';

/** What the evidence came to. */
export interface EvidenceOutcome {
  /** In the order of the facts. */
  readonly readings: readonly FactReading[];
  /** By replicate. */
  readonly values: readonly (readonly FactValue[])[];
}

export interface EvidenceMeans {
  /** Threads; 0 does it in this one. */
  readonly lanes: number;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** A market on which facts from outside are tried before anything long begins. */
const trialBorrowers = 400;

/**
 * Sets facts beside what the model gives: economy, lenders, size and seeds are the scenario's, institutions the facts' own.
 *
 * @throws UserError if a fact needs what does not exist, throws, or gives no number
 */
export async function runEvidence(
  scenario: Scenario,
  refs: readonly FactRef[],
  { lanes, signal, onProgress }: EvidenceMeans,
): Promise<EvidenceOutcome> {
  const { borrowers, quarters, burnIn, economy, lenders, replicates } = scenario;
  const jobs = Array.from({ length: replicates }, (_, replicate): EvidenceJob => {
    const seed = seedKey(scenario.seed, replicate);
    const market: Market = { borrowers, quarters, burnIn, seed, economy, lenders };
    return { facts: refs, market, replicate };
  });
  await tryOut(refs, jobs[0].market);
  const values: (readonly FactValue[])[] = [];
  let done = 0;
  const facts = await factsOf(refs);
  const markets = marketsOf(jobs[0].market, facts);
  const tell = () => onProgress?.({ done, total: markets * jobs.length, reused: 0 });
  const settle = ({ replicate }: EvidenceJob, found: readonly FactValue[]) => {
    values[replicate] = found;
    done += markets;
    tell();
  };
  tell();
  if (lanes === 0) {
    for (const job of jobs) {
      await setImmediate();
      signal.throwIfAborted();
      settle(job, await doEvidence(job));
    }
  } else {
    await onThreads(lanes, jobs, settle, signal);
  }
  const readings = facts.map(({ fact }) => {
    const own = values.map((replicate) => replicate.filter((one) => one.fact === fact.id));
    return readFact(fact, own);
  });
  return { readings, values };
}

/** Finds what fails at once: all that is wrong with facts from outside, before the long run. A number may be missing yet. */
async function tryOut(refs: readonly FactRef[], market: Market): Promise<void> {
  const problems: Problem[] = [];
  for (const ref of refs.filter(({ file }) => file !== undefined)) {
    const small = { ...market, borrowers: Math.min(market.borrowers, trialBorrowers) };
    try {
      await doEvidence({ facts: [ref], market: small, replicate: 0 });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(...error.problems.filter(({ message }) => !message.includes('no number')));
    }
  }
  if (problems.length > 0) throw new UserError(problems);
}

/** Below this many borrower-quarters, starting threads takes longer than the run. */
const worthThreads = 1_000_000;

/**
 * Threads on which replicates are done side by side; 0 for a small run, which this process does alone. Not with facts from
 * outside, which may hang or end the process that they run in.
 *
 * @param asked threads asked for
 * @throws UserError if a market does not fit into the memory of this machine
 */
export async function lanesFor(
  scenario: Scenario,
  refs: readonly FactRef[],
  asked: number | undefined,
): Promise<number> {
  const { borrowers, quarters, replicates } = scenario;
  const { lanes } = await planOf(scenario, asked ?? availableParallelism());
  const isOurs = refs.every(({ file }) => file === undefined);
  const markets = refs.length;
  const isSmall = borrowers * quarters * replicates * markets < worthThreads;
  return asked === undefined && isSmall && isOurs ? 0 : Math.min(lanes, replicates);
}
