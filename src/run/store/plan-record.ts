import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { UserError } from '../../errors.ts';
import { canonicalJson, replaceFile } from '../../folder/index.ts';
import { programVersion } from '../../folder/manifest.ts';
import { jobsFolder } from '../../folder/output-folder.ts';
import { recordedScenario } from '../../folder/scenario-record.ts';
import { mapOrigins, type Scenario } from '../../scenario/index.ts';
import { codeFingerprint } from '../fingerprint.ts';

const planName = 'plan.json';

const schema = z.object({
  creditlab: z.string(),
  code: z.string(),
  /** As the user named it: file or id. */
  named: z.string(),
  scenario: recordedScenario,
});

/** What a folder's jobs are of, so that others can tell how far they are and put them together. */
export type PlanRecord = z.infer<typeof schema>;

/**
 * Notes what is about to be done in a folder. Shards that do the same note the same bytes.
 *
 * @param named words that call it again
 */
export function beginIn(folder: string, named: string, scenario: Scenario): void {
  const made = { creditlab: programVersion(), code: codeFingerprint() };
  const record: PlanRecord = { ...made, named, scenario };
  const path = join(folder, jobsFolder, planName);
  replaceFile(path, `${canonicalJson(record)}\n`);
}

/** @throws UserError if nothing was begun there, or it cannot be read */
export function readPlan(folder: string): PlanRecord {
  const file = join(folder, jobsFolder, planName);
  const hint = 'name a folder in which "creditlab run" has begun';
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const message = 'nothing was begun here';
    throw new UserError([{ file: folder, message, hint }], { cause: error });
  }
  const plan = schema.safeParse(parsed(text)).data;
  if (!plan) throw new UserError([{ file, message: 'cannot be read', hint }]);
  return plan;
}

/** Whether two plans ask for the same numbers: modules count by their source, wherever they lie. */
export function isSamePlan(a: PlanRecord, b: PlanRecord): boolean {
  const bare = ({ scenario }: PlanRecord) => ({
    ...scenario,
    institutions: scenario.institutions.map((choice) => ({
      ...choice,
      from: mapOrigins(choice.from, (from) =>
        from.kind === 'module' ? { ...from, path: '' } : from,
      ),
    })),
  });
  return canonicalJson(bare(a)) === canonicalJson(bare(b));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
