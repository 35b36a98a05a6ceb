import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import type { Row } from '../measures/index.ts';
import { readManifest, type Manifest } from './manifest.ts';
import { readResults } from './results-file.ts';
import { requireWhole } from './whole.ts';

/** A finished run as its output folder holds it. */
export interface StoredRun {
  readonly manifest: Manifest;
  /** In canonical order. */
  readonly rows: readonly Row[];
}

/**
 * Reads the results in an output folder.
 *
 * @throws UserError if there are none, or they cannot be read
 */
export async function readFolder(folder: string): Promise<StoredRun> {
  const manifest = readManifest(folder);
  requireOneRun(folder, manifest);
  requireWhole(folder, manifest);
  const file = join(folder, 'results.parquet');
  try {
    return { manifest, rows: await readResults(readFileSync(file)) };
  } catch (error) {
    const hint = 'run the scenario again; finished work is reused';
    throw new UserError([{ file, message: 'cannot be read', hint }], { cause: error });
  }
}

/**
 * Makes sure that a folder holds one run and not a design, whose points no table or figure of a run may mix.
 *
 * @throws UserError
 */
function requireOneRun(folder: string, { scenario: { design } }: Manifest): void {
  if (!design) return;
  const factors = design.factors.map(({ key }) => key);
  const named = `${factors.slice(0, 3).join(', ')}${factors.length > 3 ? ', …' : ''}`;
  const message = `holds a design over ${named}, not one run`;
  const hint =
    'its numbers are in table.csv and results.parquet; for one point, run the scenario without vary and sample, with --set';
  throw new UserError([{ file: folder, message, hint }]);
}
