import { join, resolve } from 'node:path';
import { pathInside } from '../../folder/index.ts';
import { UserError, type Problem } from '../../errors.ts';
import type { Manifest } from '../../folder/index.ts';
import { programVersion } from '../../folder/manifest.ts';
import { lanesFor, runEvidence, type EvidenceMeans } from '../../run/evidence/evidence-run.ts';
import { parting } from '../../run/verify.ts';
import { hashOfModule } from '../../scenario/index.ts';

/**
 * Sets the facts of a folder beside the model again and compares every file byte by byte.
 *
 * @throws UserError with the first difference, or if a fact's module was changed
 */
export async function verifyEvidence(
  folder: string,
  { scenario, evidence, creditlab }: Manifest,
  threads: number | undefined,
  doing: Omit<EvidenceMeans, 'lanes'>,
): Promise<void> {
  const problems: Problem[] = [];
  const refs = (evidence?.facts ?? []).map(({ id, file, hash }) => {
    if (file === undefined) return { id };
    const path = resolve(pathInside(folder, file, join(folder, 'manifest.json')));
    if (hashOfModule(path) !== hash) {
      problems.push({ file: path, message: 'is not the module that the results were made with' });
    }
    return { id, file: path };
  });
  if (problems.length > 0) throw new UserError(problems);
  const lanes = await lanesFor(scenario, refs, threads);
  const outcome = await runEvidence(scenario, refs, { ...doing, lanes });
  const { evidenceFiles } = await import('../../report/evidence/evidence-files.ts');
  const difference = parting(folder, await evidenceFiles(scenario, refs, outcome));
  if (difference !== undefined) throw notTheSame(folder, difference, creditlab);
}

/** That a folder is not what its manifest makes of it; which versions, if they differ. */
export function notTheSame(folder: string, difference: string, madeBy: string): UserError {
  const version = programVersion();
  const hint = `made by creditlab ${madeBy}; this is ${version}`;
  return new UserError([
    { message: `${folder}: ${difference}`, ...(version === madeBy ? {} : { hint }) },
  ]);
}
