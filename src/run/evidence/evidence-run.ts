import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { Market } from '../../engine/index.ts';
import { UserError, type Problem } from '../../errors.ts';
import {
  readFact,
  type FactReading,
  type FactValue,
  type LoadedFact,
} from '../../evidence/index.ts';
import { seedKey } from '../../random/seed.ts';
import type { Scenario } from '../../scenario/index.ts';
import { planOf } from '../plan.ts';
import type { Progress } from '../../jobs/index.ts';
import { doEvidence, shippedFact, type EvidenceJob, type FactRef } from './job.ts';
import { broughtFact } from './brought.ts';
import { evidenceThreads, type EvidenceThreads } from './pool.ts';

export { broughtFact };

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
  const { replicates } = scenario;
  const markets = Array.from({ length: replicates }, (_, k) => evidenceMarket(scenario, k));
  const groups = groupsOf(refs);
  const threads = evidenceThreads(Math.max(1, lanes));
  const values: FactValue[][] = markets.map(() => []);
  const facts = await factsOf(refs);
  const place = new Map(refs.map(({ id }, k) => [id, k]));
  const total = replicates * facts.reduce((sum, { fact }) => sum + marketsOfFact(fact), 0);
  let done = 0;
  const tell = () => onProgress?.({ done, total, reused: 0 });
  const settle = ({ replicate, facts: own }: EvidenceJob, found: readonly FactValue[]) => {
    values[replicate].push(...found);
    const ids = own.map(({ id }) => id);
    for (const { fact } of facts) if (ids.includes(fact.id)) done += marketsOfFact(fact);
    tell();
  };
  try {
    await tryOut(groups, markets[0], threads, signal);
    tell();
    const jobs = markets.flatMap((market, replicate) =>
      groups.map((own): EvidenceJob => ({ facts: own, market, replicate })),
    );
    const queue = jobs.values();
    const lane = async () => {
      for (const job of queue) {
        await setImmediate();
        signal.throwIfAborted();
        settle(job, lanes === 0 ? await doEvidence(job) : await threads.run(job, signal));
      }
    };
    await Promise.all(Array.from({ length: Math.max(1, lanes) }, lane));
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    await threads.close();
  }
  for (const found of values) {
    found.sort((a, b) => (place.get(a.fact) ?? 0) - (place.get(b.fact) ?? 0));
  }
  const readings = facts.map(({ fact }) => {
    const own = values.map((replicate) => replicate.filter((one) => one.fact === fact.id));
    return readFact(fact, own);
  });
  return { readings, values };
}

/** The market of a scenario that facts are judged in. */
export function evidenceMarket(scenario: Scenario, replicate: number): Market {
  const { borrowers, quarters, burnIn, economy, lenders } = scenario;
  const seed = seedKey(scenario.seed, replicate);
  return { borrowers, quarters, burnIn, seed, economy, lenders };
}

/** Shipped facts together, so that they share their markets, and those of each file apart. */
function groupsOf(refs: readonly FactRef[]): (readonly FactRef[])[] {
  const ours = refs.filter(({ file }) => file === undefined);
  const others = refs.filter(({ file }) => file !== undefined).map((ref) => [ref]);
  return ours.length > 0 ? [ours, ...others] : others;
}

/** Facts that can be shown and judged here; those of the user's without their code. */
function factsOf(refs: readonly FactRef[]): Promise<LoadedFact[]> {
  return Promise.all(
    refs.map(async ({ id, file }) => (file === undefined ? shippedFact(id) : broughtFact(file))),
  );
}

/** Markets that a fact names, for progress: some may be run once for several facts. */
const marketsOfFact = ({ needs }: LoadedFact['fact']) => Object.keys(needs).length;

/**
 * Finds what fails at once: all that is wrong with facts from outside, before the long run. A number may be missing yet. Each is
 * told twice, so that chance is found out.
 */
async function tryOut(
  groups: readonly (readonly FactRef[])[],
  market: Market,
  threads: EvidenceThreads,
  signal: AbortSignal,
): Promise<void> {
  const problems: Problem[] = [];
  const small = { ...market, borrowers: Math.min(market.borrowers, trialBorrowers) };
  for (const facts of groups) {
    const [{ id, file }] = facts;
    if (file === undefined) continue;
    const job = { facts, market: small, replicate: 0 };
    try {
      const [first, second] = [await threads.run(job, signal), await threads.run(job, signal)];
      if (JSON.stringify(first) === JSON.stringify(second)) continue;
      const message = `${id}: of answers differently when a replicate is done again`;
      problems.push({
        file,
        message,
        hint: 'it draws no chance, reads no clock and keeps no state',
      });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(
        ...error.problems.filter(({ message }) => !message.endsWith('which is no number')),
      );
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
