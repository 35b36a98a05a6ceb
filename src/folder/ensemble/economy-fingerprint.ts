import { programFolder } from '../../program-folder.ts';
import type { InstitutionChoice, Scenario } from '../../scenario/index.ts';
import { sha256 } from '../hash.ts';
import { canonicalJson } from '../../text/json.ts';

/** In a bundle, the hash of the sources that it was made from (scripts/bundle.mjs). */
declare const builtEconomy: string | undefined;

/** Hash of the code that makes the economy: what was counted with another one is no finding about this. */
export const economyFingerprint: string =
  typeof builtEconomy === 'string' ? builtEconomy : await fromSources();

async function fromSources(): Promise<string> {
  const { economySource } = await import('./economy-sources.ts');
  return economySource(new URL('src/', programFolder));
}

/** Hash of what an institution's market is made of, what changes later included, apart from its size and its seeds. */
export function marketHash(
  { economy, lenders, sanctions }: Scenario,
  { id, label, reformOf, participation = 1, ...rules }: InstitutionChoice,
): string {
  return sha256(canonicalJson({ economy, lenders, sanctions, participation, ...rules }));
}
