import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { standingsOver, type AdmissibleCounts, type PointDigest } from '../../findings/index.ts';
import { ensemblePath, standingsPath, type Scenario } from '../../scenario/index.ts';
import { economyFingerprint, marketHash } from './economy-fingerprint.ts';
import { sha256 } from '../hash.ts';
import { canonicalJson } from '../../text/json.ts';

export { economyFingerprint } from './economy-fingerprint.ts';

/** What a design over vectors of a file comes to, pair by pair. */
export const standingsName = 'standings.json';

const count = z.int().nonnegative();
const counts = { ahead: count, behind: count, alike: count };
const schema = z.object({
  /** Hash of the code of the economy; see `economyFingerprint`. */
  economy: z.string(),
  /** By institution: hash of what its market is made of, the values of the vectors aside. */
  markets: z.record(z.string(), z.string()),
  /** Hash of the file of vectors, where it is a shipped one. */
  file: z.string().exactOptional(),
  /** Facts of one market, by how many vectors have them inside their band; only in the shipped file. */
  facts: z
    .array(z.object({ fact: z.string(), inside: count, outside: count, unsure: count }))
    .exactOptional(),
  vectors: count,
  seeds: count,
  borrowers: count,
  quarters: count,
  burnIn: count,
  measures: z.array(
    z.object({
      measure: z.string(),
      pairs: z.array(
        z.object({
          first: z.string(),
          second: z.string(),
          ...counts,
          byStart: z.array(z.object({ start: z.string(), ...counts })),
        }),
      ),
    }),
  ),
});

/** Counts over a set of vectors, with what they hold for. */
export type KeptStandings = z.infer<typeof schema>;

/**
 * The text of standings.json; undefined where there is nothing to count: no points of a file, or too few replicates.
 *
 * @param scenario in order (`inOrderOfRecord`)
 */
export function standingsText(
  scenario: Scenario,
  points: readonly PointDigest[],
): string | undefined {
  const { institutions, replicates: seeds, borrowers, quarters, burnIn } = scenario;
  const kept = points.filter(({ leftOut, standings }) => leftOut === undefined && standings);
  if (kept.length === 0) return undefined;
  const markets = institutions.map((choice) => [choice.id, marketHash(scenario, choice)] as const);
  const standings: KeptStandings = {
    ...{ economy: economyFingerprint, markets: Object.fromEntries(markets), vectors: kept.length },
    ...{ seeds, borrowers, quarters, burnIn },
    measures: standingsOver(
      kept,
      institutions.map(({ id }) => id),
    ).map(({ measure, pairs }) => ({
      measure,
      pairs: pairs.map((pair) => ({ ...pair, byStart: [...pair.byStart] })),
    })),
  };
  return `${canonicalJson(standings, 1)}\n`;
}

/** The set of vectors that is shipped with the baseline. */
const shippedSet = 'admissible-us';

/** What was counted over the shipped set; undefined where nothing was. */
export function shippedStandings(): KeptStandings | undefined {
  const path = standingsPath(shippedSet);
  if (!existsSync(path) || !existsSync(ensemblePath(shippedSet))) return undefined;
  return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/**
 * What the shipped counts say about a scenario: counts of those institutions whose markets are the counted ones, or, where
 * engine or scenario are others, the command that counts anew.
 */
export function admissibleCounts(
  scenario: Scenario,
  kept: KeptStandings | undefined = shippedStandings(),
): AdmissibleCounts | undefined {
  if (!kept || scenario.institutions.length < 2) return undefined;
  const { economy, markets, vectors, seeds, borrowers, measures } = kept;
  const isSame = standsForThisProgram(kept);
  const known = scenario.institutions.filter(
    (choice) => isSame && markets[choice.id] === marketHash(scenario, choice),
  );
  if (known.length < 2) {
    const flags = `--ensemble ${shippedSet} --replicates 4 --borrowers 5000 --worlds actual`;
    return { kind: 'command', flags };
  }
  return {
    ...{ kind: 'counted', vectors, seeds, borrowers, measures, economy: economy.slice(0, 8) },
    institutions: known.map(({ id }) => id),
  };
}

/** Facts over the shipped set, where they were counted with this engine and for the markets of this scenario. */
export function admissibleFacts(
  scenario: Scenario,
  kept: KeptStandings | undefined = shippedStandings(),
): KeptStandings['facts'] {
  const isOurs = scenario.institutions.every(
    (choice) => kept?.markets[choice.id] === marketHash(scenario, choice),
  );
  return kept && isOurs && standsForThisProgram(kept) ? kept.facts : undefined;
}

/** Whether counts are of this engine, and of the vectors that are shipped now. */
export function standsForThisProgram({ economy, file }: KeptStandings): boolean {
  const path = ensemblePath(shippedSet);
  const shipped = existsSync(path) ? sha256(readFileSync(path)) : undefined;
  return economy === economyFingerprint && file === shipped;
}
