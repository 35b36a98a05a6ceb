import type { Market } from '../../engine/index.ts';
import type { Problem } from '../../errors.ts';
import { evaluateFacts } from '../../evidence/evaluate.ts';
import type { FactValue, LoadedFact } from '../../evidence/index.ts';
import { facts as shipped } from '../../evidence/registry.ts';
import type { Pulse } from '../../scenario/index.ts';

/**
 * One replicate of facts, each market that they need run once. Either all are shipped, or all come from one file. Plain data:
 * it crosses threads as it is.
 */
export interface EvidenceJob {
  readonly facts: readonly FactRef[];
  readonly market: Market;
  readonly replicate: number;
  /** Where the thread shows that a user's code runs. */
  readonly pulse?: Pulse;
}

/** What a thread is asked: a job, or what the fact in a file says of itself, and whether a market has what it needs. */
export type EvidenceTask = EvidenceJob | { readonly describe: string; readonly market?: Market };

/** What a thread replies. Errors lose their class between threads, so the user's mistakes go as data. */
export type EvidenceReply =
  | { readonly values: readonly FactValue[] }
  | { readonly said: unknown }
  | { readonly problems: readonly Problem[] };

/** A fact by its id, and the file that it is read from if it is not shipped. */
export interface FactRef {
  readonly id: string;
  readonly file?: string;
}

export function shippedFact(id: string): LoadedFact {
  const fact = shipped.find((one) => one.id === id);
  if (!fact) throw new Error(`no fact is called "${id}"`);
  return { fact };
}

/**
 * Does a job.
 *
 * @param load reads a fact from its file; only a thread that serves this file alone may
 * @throws UserError if a fact needs what does not exist, throws, or gives no number
 */
export async function doEvidence(
  { facts, market }: EvidenceJob,
  load?: (file: string) => Promise<LoadedFact>,
): Promise<FactValue[]> {
  const loaded = await Promise.all(
    facts.map(async ({ id, file }) => {
      if (file === undefined) return shippedFact(id);
      if (!load) throw new Error(`${file} is read in a thread of its own`);
      return load(file);
    }),
  );
  return evaluateFacts(market, loaded);
}
