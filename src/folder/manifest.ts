import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { UserError } from '../errors.ts';
import { programFolder } from '../program-folder.ts';
import { seedKey } from '../random/seed.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Content, Staged } from './publish/files.ts';
import { sha256 } from './hash.ts';
import { canonicalJson } from '../text/json.ts';
import { recordedModules } from './module-record.ts';
import { forRecord, fromRecord } from './module-copies.ts';
import { settleFolder } from './publish/settle.ts';
import { recordedScenario } from './scenario-record.ts';

export const manifestName = 'manifest.json';

const schema = z.object({
  format: z.literal(1),
  creditlab: z.string(),
  scenario: recordedScenario,
  /** Key of all draws of each replicate, 16 hexadecimal digits. Equal keys: same people, same luck. */
  seeds: z.array(z.object({ replicate: z.int(), key: z.string() })),
  files: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string() })),
  /** Of a scenario that names modules. */
  modules: recordedModules.exactOptional(),
  /** Of a folder of `creditlab evidence`: the facts, those from outside with the copy of their module. */
  evidence: z
    .object({
      facts: z.array(
        z.object({
          id: z.string(),
          file: z.string().exactOptional(),
          hash: z.string().exactOptional(),
        }),
      ),
    })
    .exactOptional(),
});

/**
 * What made the files of an output folder: the scenario, fully resolved, the program's version, the seeds,
 * and a hash of each file. No clock time, thread count, machine or path: the same run anywhere gives the
 * same bytes.
 */
export type Manifest = z.infer<typeof schema>;

/** @param files every other file of the folder, by name */
export function manifestOf(
  scenario: Scenario,
  files: ReadonlyMap<string, Content | Staged>,
  { evidence, modules }: Pick<Partial<Manifest>, 'evidence' | 'modules'> = {},
): Manifest {
  return {
    format: 1,
    creditlab: programVersion(),
    scenario: forRecord(scenario),
    seeds: seedsOf(scenario),
    files: [...files].map(([name, content]) => ({
      name,
      ...factsOf(content),
    })),
    ...(modules && { modules }),
    ...(evidence && { evidence }),
  };
}

/** The manifest's text. */
export function manifestText(...given: Parameters<typeof manifestOf>): string {
  return `${canonicalJson(manifestOf(...given), 2)}\n`;
}

/**
 * The manifest of an output folder, its scenario ready to be run.
 *
 * @throws UserError if the folder has none, or one that this version cannot read
 */
export function readManifest(folder: string): Manifest {
  settleFolder(folder);
  const file = join(folder, manifestName);
  const hint = 'name a folder that "creditlab run" has written';
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const why = noRun(folder) ?? { message: 'there is no manifest here', hint };
    throw new UserError([{ file, ...why }], { cause: error });
  }
  const parsed = schema.safeParse(parseJson(text));
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') ?? '';
    const message = `is no manifest of this version of creditlab (${where || 'not JSON'})`;
    throw new UserError([{ file, message, hint }]);
  }
  return { ...parsed.data, scenario: fromRecord(parsed.data.scenario, folder) };
}

/** Whether a folder holds what experiments have left, and no run. */
export function holdsExperimentsAlone(folder: string): boolean {
  settleFolder(folder);
  if (existsSync(join(folder, manifestName))) return false;
  return namesIn(join(folder, 'experiments')).some((name) => name.endsWith(`-${manifestName}`));
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** What a folder is told that holds tables of experiments alone; undefined of one that does not. */
function noRun(folder: string): { readonly message: string; readonly hint: string } | undefined {
  const names = namesIn(join(folder, 'experiments'));
  const tables = names.filter((name) => name.endsWith('.csv')).toSorted();
  if (tables.length === 0) return undefined;
  return {
    message: `there is no manifest here, for the folder holds no run: only tables of an experiment (${tables.join(', ')})`,
    hint: `"creditlab figures ${folder}" draws its figures again; what "creditlab run" has written is read here`,
  };
}

/** The manifest if there is one and it can be read. */
export function manifestIfAny(folder: string): Manifest | undefined {
  settleFolder(folder);
  try {
    return readManifest(folder);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function factsOf(content: Content | Staged): Staged {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    return { bytes: Buffer.byteLength(content), sha256: sha256(content) };
  }
  return { bytes: content.bytes, sha256: content.sha256 };
}

function seedsOf(scenario: Scenario): Manifest['seeds'] {
  return Array.from({ length: scenario.replicates }, (_, replicate) => {
    const words = seedKey(scenario.seed, replicate);
    return { replicate, key: words.map((word) => word.toString(16).padStart(8, '0')).join('') };
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Version of the program, from its package.json. */
export function programVersion(): string {
  const text = readFileSync(new URL('package.json', programFolder), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
