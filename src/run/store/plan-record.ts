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
  /** The command that is done here: `run`, `sensitivity` … */
  verb: z.string(),
  /** The words after it, as the user named them: file or id, and flags. */
  named: z.string(),
  /** What is simulated, one stage after the other: screening, then indices. */
  stages: z.array(recordedScenario).min(1),
  /** Whether another stage may follow, which is known only when these are done. */
  mayGrow: z.boolean(),
});

/** What a folder's jobs are of, so that others can tell how far they are and put them together. */
export type PlanRecord = z.infer<typeof schema>;

/** A command that is done in a folder, and the words that call it again. */
export type Call = Pick<PlanRecord, 'verb' | 'named'>;

/**
 * Notes what is about to be done in a folder. Shards that do the same note the same bytes; one that is a stage behind takes
 * nothing back.
 *
 * @param stages all so far
 * @param mayGrow whether more stages may follow
 */
export function beginIn(
  folder: string,
  { verb, named }: Call,
  stages: readonly Scenario[],
  mayGrow = false,
): void {
  const made = { creditlab: programVersion(), code: codeFingerprint() };
  const record: PlanRecord = { ...made, verb, named, stages: [...stages], mayGrow };
  const file = join(folder, jobsFolder, planName);
  const earlier = schema.safeParse(parsed(contentOf(file) ?? '')).data;
  if (mayGrow && earlier && isFurther(earlier, record)) return;
  replaceFile(file, `${canonicalJson(record)}\n`);
}

/** Whether a plan is of the same call, and at least as far. */
function isFurther(a: PlanRecord, b: PlanRecord): boolean {
  const isSame = a.code === b.code && a.verb === b.verb && a.named === b.named;
  const begun = a.stages.slice(0, b.stages.length);
  return isSame && canonicalJson(begun) === canonicalJson(b.stages);
}

/** @throws UserError if nothing was begun there, or it cannot be read */
export function readPlan(folder: string): PlanRecord {
  const file = join(folder, jobsFolder, planName);
  const hint = 'name a folder in which "creditlab run" has begun';
  const text = contentOf(file);
  if (text === undefined) {
    throw new UserError([{ file: folder, message: 'nothing was begun here', hint }]);
  }
  const plan = schema.safeParse(parsed(text)).data;
  if (!plan) throw new UserError([{ file, message: 'cannot be read', hint }]);
  return plan;
}

/** Whether two plans ask for the same numbers: modules count by their source, wherever they lie. */
export function isSamePlan(a: PlanRecord, b: PlanRecord): boolean {
  // A folder may be a stage behind another.
  const count = Math.min(a.stages.length, b.stages.length);
  const bare = ({ verb, stages }: PlanRecord) => ({
    verb,
    stages: stages.slice(0, count).map((scenario) => ({
      ...scenario,
      institutions: scenario.institutions.map((choice) => ({
        ...choice,
        from: mapOrigins(choice.from, (from) =>
          from.kind === 'module' ? { ...from, path: '' } : from,
        ),
      })),
    })),
  });
  return canonicalJson(bare(a)) === canonicalJson(bare(b));
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
