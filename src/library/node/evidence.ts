import { resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import { chooseFacts, type LoadedFact } from '../../evidence/index.ts';
import { facts as shipped } from '../../evidence/registry.ts';
import { claimForEvidence, publish } from '../../folder/output-folder.ts';
import {
  broughtFact,
  evidenceMarket,
  lanesFor,
  runEvidence,
} from '../../run/evidence/evidence-run.ts';
import type { Scenario } from '../../scenario/index.ts';
import { evidenceJson } from '../../terminal/evidence-table.ts';
import { requireKnown, workKeys } from '../options.ts';
import { scenarioOf, type Given } from './given.ts';
import { holding, type PlaceOptions } from './work.ts';

/** Size of the runs that docs/evidence.md is made of. */
export const usualEvidence = { borrowers: 20_000, replicates: 8 } as const;

export interface EvidenceOptions extends PlaceOptions {
  /** Ids of the facts to look at; without it all. */
  readonly only?: readonly string[];
  /** Files with facts of your own, .ts or .js. */
  readonly with?: readonly string[];
  /** Scenario whose economy and lenders are judged; without it `baseline`. */
  readonly economy?: Given;
  readonly borrowers?: number;
  readonly replicates?: number;
  readonly seed?: string | number;
}

/** What the facts came to. */
export type EvidenceTold = ReturnType<typeof evidenceJson>;

/**
 * Sets the model beside published facts, each with its source, band and verdict, as `creditlab evidence` does.
 *
 * @throws UserError if a fact does not exist or cannot be read; the signal's reason once it aborts
 */
export async function evidence(options: EvidenceOptions = {}): Promise<EvidenceTold> {
  const own = ['only', 'with', 'economy', 'borrowers', 'replicates', 'seed'];
  requireKnown(options, [...workKeys, 'out', 'force', 'threads', ...own]);
  const { economy = 'baseline', seed, out, force = false, threads, onProgress } = options;
  const { borrowers, replicates } = { ...usualEvidence, ...options };
  const { signal = new AbortController().signal } = options;
  signal.throwIfAborted();
  const market = {
    worlds: ['actual'],
    institutions: ['market-led'],
    reference: 'market-led',
  } as const;
  const sizes = { borrowers, replicates, ...(seed !== undefined && { seed }) };
  const asked = scenarioOf(economy, { ...sizes, ...market });
  const { scenario, facts } = await chosenFacts(asked, options.with, options.only);
  if (out !== undefined) claimForEvidence(out, force);
  const refs = facts.map(({ fact: { id }, file }) => ({ id, ...(file !== undefined && { file }) }));
  const lanes = await lanesFor(scenario, refs, threads);
  const means = { lanes, signal, ...(onProgress && { onProgress }) };
  const outcome = await runEvidence(scenario, refs, means);
  if (out !== undefined) {
    const { evidenceFiles } = await import('../../report/evidence/evidence-files.ts');
    const files = await evidenceFiles(scenario, refs, outcome);
    await holding(out, scenario, signal, () => {
      // A run may have come here meanwhile.
      claimForEvidence(out, force);
      publish(out, files, { force });
    });
  }
  return evidenceJson(outcome.readings);
}

/**
 * A scenario, and the facts that are to be judged in it.
 *
 * @param paths of files with facts of the user's
 * @param only ids; without it all
 * @throws UserError with all that is wrong with any of them
 */
export async function chosenFacts(
  asked: Promise<Scenario>,
  paths: readonly string[] = [],
  only?: readonly string[],
): Promise<{ readonly scenario: Scenario; readonly facts: readonly LoadedFact[] }> {
  const scenario = await orMistakes(asked);
  const market = scenario instanceof UserError ? undefined : evidenceMarket(scenario, 0);
  const brought = await Promise.all(
    paths.map((path) => orMistakes(broughtFact(resolve(path), market))),
  );
  const loaded = brought.flatMap((one) => (one instanceof UserError ? [] : one));
  const ours = shipped.map((fact) => ({ fact }));
  // The id that is asked for may be that of a fact which is refused.
  const wanted = loaded.length === brought.length ? only : [];
  const facts = await orMistakes(
    new Promise<LoadedFact[]>((done) => done(chooseFacts(ours, loaded, wanted))),
  );
  if (
    scenario instanceof UserError ||
    facts instanceof UserError ||
    loaded.length < brought.length
  ) {
    const refused = [...brought, facts, scenario].filter((one) => one instanceof UserError);
    throw new UserError(refused.flatMap(({ problems }) => problems));
  }
  return { scenario, facts };
}

/** What comes of some work, or what is wrong with what the user gave it. */
function orMistakes<Result>(work: Promise<Result>): Promise<Result | UserError> {
  return work.catch((error: unknown) => {
    if (error instanceof UserError) return error;
    throw error;
  });
}
