import { join } from 'node:path';
import { jobsFolder } from '../../folder/output-folder.ts';
import { inOrderOfRecord, type JobTools } from '../../jobs/index.ts';
import type { Design, Scenario } from '../../scenario/index.ts';
import { doJobs, standing, type JobCount } from '../design/do-jobs.ts';
import type { JobPart } from '../design/tasks.ts';
import { storeIn, type Store } from '../store/store.ts';
import { neededWorlds, type AskedMeasure } from './asked.ts';
import { collect, type Collected } from './collect.ts';

/** How points are simulated for an answer. */
export interface AnswerMeans extends Omit<JobTools, 'store' | 'begin'> {
  /** Only the jobs that fall to it; others do the rest. */
  readonly part?: JobPart | undefined;
  /** Told each design before it is done. */
  readonly note?: (stage: Scenario) => void;
}

/** The part of this process is done, and the others are not yet: nothing can be answered. */
export class PartDone extends Error {
  /** Of the stage, as far as its folder shows. */
  readonly standing: JobCount;

  constructor(reached: JobCount) {
    super('the other parts are not done yet');
    this.name = 'PartDone';
    this.standing = reached;
  }
}

/**
 * Some measures at all points of a design: jobs that lie in the folder are read, the others done and kept. A measure of an
 * experiment needs the plain runs too, which tell whether a point counts.
 *
 * @param asked of plain runs, or all of one experiment
 * @throws PartDone where only a part is to be done, and the rest is not there
 */
export async function simulatePoints(
  scenario: Scenario,
  design: Design,
  folder: string,
  means: AnswerMeans,
  asked: readonly AskedMeasure[],
): Promise<Collected> {
  const store = storeIn([join(folder, jobsFolder)]);
  const jobs = join(folder, jobsFolder);
  const experiment = asked[0]?.experiment;
  try {
    const needs = neededWorlds(asked, design.require);
    const plain = { ...scenario, worlds: needs, design };
    // A run of the same design with more worlds holds all that is needed.
    const known = experiment === undefined && needs.every((one) => scenario.worlds.includes(one));
    const ready = known ? collect({ ...scenario, design }, store, asked) : undefined;
    if (ready) {
      means.note?.({ ...scenario, design });
      return ready;
    }
    const of = experiment === undefined ? asked : [];
    const found = await collected(plain, jobs, { ...means, store }, of);
    if (experiment === undefined) return found;
    const observed = { ...plain, design: { ...design, experiment } };
    return await collected(observed, jobs, { ...means, store }, asked, found.leftOut);
  } finally {
    store.close();
  }
}

/**
 * Reads measures of a design that was run into a folder, all worlds that its scenario names.
 *
 * @returns undefined if its finished jobs are no longer there
 */
export function storedPoints(
  scenario: Scenario,
  folder: string,
  asked: readonly AskedMeasure[],
): Collected | undefined {
  const store = storeIn([join(folder, jobsFolder)]);
  try {
    return collect(scenario, store, asked);
  } finally {
    store.close();
  }
}

/** Does what is missing until all can be read. */
async function collected(
  scenario: Scenario,
  jobs: string,
  means: AnswerMeans & { readonly store: Store },
  asked: readonly AskedMeasure[],
  leftOut?: Collected['leftOut'],
): Promise<Collected> {
  const { part, note } = means;
  note?.(scenario);
  for (;;) {
    await doJobs(inOrderOfRecord(scenario), jobs, means, part);
    // What others have finished meanwhile is in their files.
    const store = part ? storeIn([jobs]) : means.store;
    const found = collect(scenario, store, asked, leftOut);
    if (found) return found;
    if (part) throw new PartDone(standing(inOrderOfRecord(scenario), store));
  }
}
