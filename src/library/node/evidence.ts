import { resolve } from 'node:path';
import { UserError, type Problem } from '../../errors.ts';
import { chooseFacts, type LoadedFact } from '../../evidence/index.ts';
import { facts as shipped } from '../../evidence/registry.ts';
import { claimForEvidence, publish } from '../../folder/output-folder.ts';
import { broughtFact, lanesFor, runEvidence } from '../../run/evidence/evidence-run.ts';
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
  const brought = await loadFacts(options.with ?? []);
  const facts = chooseFacts(
    shipped.map((fact) => ({ fact })),
    brought,
    options.only && [...options.only],
  );
  const market = {
    worlds: ['actual'],
    institutions: ['market-led'],
    reference: 'market-led',
  } as const;
  const sizes = { borrowers, replicates, ...(seed !== undefined && { seed }) };
  const scenario = await scenarioOf(economy, { ...sizes, ...market });
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

/** What all facts from outside say of themselves, or all that is wrong with them. */
export async function loadFacts(paths: readonly string[]): Promise<LoadedFact[]> {
  const problems: Problem[] = [];
  const loaded = await Promise.all(
    paths.map((path) =>
      broughtFact(resolve(path)).catch((error: unknown) => {
        if (!(error instanceof UserError)) throw error;
        problems.push(...error.problems);
        return undefined;
      }),
    ),
  );
  if (problems.length > 0) throw new UserError(problems);
  return loaded.flatMap((one) => one ?? []);
}
