import { join } from 'node:path';
import { UserError } from '../../errors.ts';
import { jobsFolder } from '../../folder/output-folder.ts';
import { inOrderOfRecord, simulateScenario } from '../../jobs/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { codeFingerprint } from '../fingerprint.ts';
import { keptIn } from '../job-key.ts';
import { finish, type RunOutcome } from '../run-scenario.ts';
import { failuresIn, type Failure } from '../store/failures.ts';
import { beginIn, isSamePlan, readPlan, type Call, type PlanRecord } from '../store/plan-record.ts';
import { storeIn, type Store } from '../store/store.ts';
import { unfinishedIn } from '../store/store-files.ts';
import { standing, type JobCount } from './do-jobs.ts';
import { assemble, type DesignOutcome } from './run-design.ts';
import { tasksOf } from './tasks.ts';

/** How far the work in some folders is. */
export interface Status extends JobCount {
  readonly plan: PlanRecord;
  /** Jobs that failed and are not done since. */
  readonly failed: readonly Failure[];
  /** Files that end in the middle of an entry. */
  readonly unfinished: number;
}

/**
 * What is done of the scenario that some folders are of, all shards in them together.
 *
 * @throws UserError if they are of different scenarios or versions, or of another version than this program
 */
export function statusOf(folders: readonly string[]): Status {
  const plan = commonPlan(folders);
  const jobs = folders.map((folder) => join(folder, jobsFolder));
  const store = storeIn(jobs);
  const asked = new Set<string>();
  for (const stage of plan.stages) {
    for (const { key } of tasksOf(inOrderOfRecord(stage), codeFingerprint())) asked.add(key);
  }
  const failed = jobs.flatMap(failuresIn).filter(({ key }) => asked.has(key) && !store.has(key));
  const done = [...asked].filter((key) => store.has(key)).length;
  const unfinished = jobs.reduce((sum, folder) => sum + unfinishedIn(folder), 0);
  return { plan, total: asked.size, done, failed, unfinished };
}

/** What a merge leaves: the files of a run or of a design, or finished jobs from which a command can answer. */
export type Merged =
  | { readonly run: RunOutcome }
  | { readonly design: DesignOutcome }
  | { readonly answer: Call };

/**
 * Puts the finished work of several folders together: the files of the first, or of `out`, are those of one process.
 *
 * @throws UserError, with nothing written, if the folders do not belong together or some job is in none of them
 */
export async function mergeFolders(
  folders: readonly string[],
  out: string,
  force = false,
): Promise<Merged> {
  const { verb, stages, named, mayGrow } = commonPlan(folders);
  const [given] = stages;
  const scenario = inOrderOfRecord(given);
  const store = storeIn(folders.map((folder) => join(folder, jobsFolder)));
  if (verb !== 'run') {
    for (const stage of stages) adopt(store, inOrderOfRecord(stage), out);
    beginIn(out, { verb, named }, stages, mayGrow);
    return { answer: { verb, named } };
  }
  const call = { verb, named };
  const { total, done } = standing(scenario, store);
  const goOn = `go on with: creditlab run ${named} --out ${folders[0]}`;
  if (done < total) throw incomplete(total - done, total, goOn);
  if (scenario.design) {
    const outcome = assemble(scenario, out, store, force);
    if (!outcome) throw incomplete(total - standing(scenario, store).done, total, goOn);
    adopt(store, scenario, out);
    beginIn(out, call, stages);
    return { design: { ...outcome, scenario: given } };
  }
  const executor = {
    lanes: 1,
    // Only where stored work is spoilt is there anything left to do.
    run: (jobs: Iterable<unknown>) => {
      const spoilt = [...jobs].length;
      return spoilt === 0 ? Promise.resolve() : Promise.reject(incomplete(spoilt, total, goOn));
    },
  };
  const { signal } = new AbortController();
  const rows = await simulateScenario(scenario, {
    executor,
    store: keptIn(store, codeFingerprint()),
    signal,
  });
  const finished = await finish(scenario, rows, out, force);
  const run = { ...finished, rows, scenario: given, reached: NaN };
  adopt(store, scenario, out);
  beginIn(out, call, stages);
  return { run };
}

/** Takes finished jobs into a folder that has them not, so that it can be drawn from, extended and asked by itself. */
function adopt(from: Store, scenario: Scenario, folder: string): void {
  const store = storeIn([join(folder, jobsFolder)]);
  try {
    for (const { key } of tasksOf(scenario, codeFingerprint())) {
      const values = store.has(key) ? undefined : from.read(key);
      if (values) store.write(key, values);
    }
  } finally {
    store.close();
  }
}

function incomplete(missing: number, total: number, hint: string): UserError {
  const message = `${missing} of ${total} markets are missing or spoilt; nothing was written`;
  return new UserError([{ message, hint }]);
}

function commonPlan(folders: readonly string[]): PlanRecord {
  const [first, ...others] = folders.map(readPlan);
  others.forEach((other, i) => {
    const file = folders[i + 1];
    if (!isSamePlan(first, other)) {
      const message = `is of another scenario than ${folders[0]} (${other.named}, ${first.named})`;
      throw new UserError([
        { file, message, hint: 'merge shards of one scenario, with the same flags' },
      ]);
    }
  });
  folders.forEach((file, i) => {
    const { creditlab, code } = i === 0 ? first : others[i - 1];
    if (code === codeFingerprint()) return;
    const message = `was made by other code than this program’s (creditlab ${creditlab})`;
    throw new UserError([{ file, message, hint: 'use the program that made it, or run it again' }]);
  });
  // The one that is furthest.
  return [first, ...others].reduce((a, b) =>
    b.stages.length > a.stages.length || (b.stages.length === a.stages.length && a.mayGrow) ? b : a,
  );
}
