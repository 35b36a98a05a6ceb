import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256, requireUnchangedModules, type Manifest, type Content } from '../folder/index.ts';
import { readManifest } from '../folder/manifest.ts';
import { outputsOf } from '../folder/outputs.ts';
import { inOrderOfRecord, simulateScenario, type JobTools } from '../jobs/index.ts';
import { loadExternalInstitution } from '../scenario/institutions/external.ts';
import { recordOfModules } from './module-record.ts';
import { runDesign } from './design/run-design.ts';

/** Where a folder and a second run of its scenario part; undefined where they do not. */
export type Difference = string | undefined;

/**
 * Runs the scenario of a manifest again, using nothing that was stored, and compares every file byte by
 * byte.
 *
 * @returns the first difference, with its line where the file is text
 * @throws UserError if a module of the scenario is gone or was changed
 */
export async function firstDifference(
  folder: string,
  manifest: Manifest,
  means: Omit<JobTools, 'store'>,
): Promise<Difference> {
  requireUnchangedModules(manifest.scenario);
  const scenario = inOrderOfRecord(manifest.scenario);
  if (scenario.design) return designDifference(folder, manifest, means);
  const modules = await recordOfModules(scenario, loadExternalInstitution);
  const rows = await simulateScenario(scenario, means);
  return parting(folder, outputsOf(scenario, rows, undefined, modules));
}

/** Where files that were made again part from those of a folder: the first difference. */
export function parting(folder: string, again: ReadonlyMap<string, Content>): Difference {
  for (const [name, content] of again) {
    const stored = read(folder, name);
    if (!stored) return `${name} is missing`;
    const difference = differenceIn(name, stored, content);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

/** The same of a design, in a folder that is gone afterwards: its files may be larger than memory. */
async function designDifference(
  folder: string,
  { scenario }: Manifest,
  means: Omit<JobTools, 'store'>,
): Promise<Difference> {
  const again = mkdtempSync(join(tmpdir(), 'creditlab-verify-'));
  try {
    await runDesign(scenario, again, means);
    for (const { name, sha256: made } of readManifest(again).files) {
      const stored = read(folder, name);
      if (!stored) return `${name} is missing`;
      if (sha256(stored) === made) continue;
      const fresh = readFileSync(join(again, name));
      return differenceIn(name, stored, name.endsWith('.parquet') ? fresh : fresh.toString('utf8'));
    }
    return undefined;
  } finally {
    rmSync(again, { recursive: true, force: true });
  }
}

function differenceIn(name: string, stored: Buffer, again: Content): Difference {
  const fresh = Buffer.from(again);
  if (stored.equals(fresh)) return undefined;
  if (typeof again !== 'string') {
    const at = fresh.findIndex((byte, i) => byte !== stored[i]);
    return `${name} differs from byte ${at === -1 ? fresh.length : at} on`;
  }
  const [old, now] = [stored.toString('utf8').split('\n'), again.split('\n')];
  const line = now.findIndex((text, i) => text !== old[i]);
  const at = line === -1 ? now.length : line;
  return `${name}:${at + 1} differs\n    stored: ${old[at] ?? '(end of file)'}\n    again:  ${now[at] ?? '(end of file)'}`;
}

function read(folder: string, name: string): Buffer | undefined {
  try {
    return readFileSync(join(folder, name));
  } catch {
    return undefined;
  }
}
