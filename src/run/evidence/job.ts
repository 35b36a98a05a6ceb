import type { Market } from '../../engine/index.ts';
import type { Problem } from '../../errors.ts';
import { evaluateFacts } from '../../evidence/evaluate.ts';
import { loadExternalFact } from '../../evidence/external.ts';
import type { FactValue, LoadedFact } from '../../evidence/index.ts';
import { facts as shipped } from '../../evidence/registry.ts';

/** One replicate of the evidence: all facts, each market that they need run once. Plain data: it crosses threads as it is. */
export interface EvidenceJob {
  readonly facts: readonly FactRef[];
  readonly market: Market;
  readonly replicate: number;
}

/** What a thread replies. Errors lose their class between threads, so the user's mistakes go as data. */
export type EvidenceReply =
  | { readonly values: readonly FactValue[] }
  | { readonly problems: readonly Problem[] };

/** A fact by its id, and the file that it is read from if it is not shipped. */
export interface FactRef {
  readonly id: string;
  readonly file?: string;
}

/**
 * The facts themselves.
 *
 * @throws UserError if a file cannot be read as a fact
 */
export async function factsOf(refs: readonly FactRef[]): Promise<LoadedFact[]> {
  return Promise.all(
    refs.map(async ({ id, file }) => {
      if (file !== undefined) return loadExternalFact(file);
      const fact = shipped.find((one) => one.id === id);
      if (!fact) throw new Error(`no fact is called "${id}"`);
      return { fact };
    }),
  );
}

/**
 * Does a job.
 *
 * @throws UserError if a fact needs what does not exist, throws, or gives no number
 */
export async function doEvidence({ facts, market }: EvidenceJob): Promise<FactValue[]> {
  return evaluateFacts(market, await factsOf(facts));
}
