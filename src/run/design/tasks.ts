import { interleaved, pointsOf, scenarioAt, type Points } from '../../scenario/design/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { inOrder, jobsOfReplicate, type Job } from '../../jobs/index.ts';
import { keyOf } from '../job-key.ts';

/** A job with the name of its result. */
export interface Task {
  readonly key: string;
  readonly job: Job;
}

/** The part of all jobs that one machine does, by their keys: those that fall to its number, or one by its key. */
export type Part =
  | { readonly kind: 'shard'; readonly number: number; readonly of: number }
  | { readonly kind: 'job'; readonly key: string };

/** The points of a scenario; without a design it is one itself. */
export function pointsIn(scenario: Scenario): Points {
  const { design } = scenario;
  if (design) return pointsOf(scenario, design);
  return { count: 1, varied: 1, sampled: 1, at: () => ({ name: '', values: [] }) };
}

/**
 * All jobs of a scenario, equal ones once, whichever points ask for them: replicates outermost, and points in an order
 * that is spread over the design, so that what is interrupted is balanced.
 *
 * @param code fingerprint of the code that makes the numbers
 * @param part only what falls to it
 */
export function* tasksOf(scenario: Scenario, code: string, part?: Part): Generator<Task> {
  const points = pointsIn(scenario);
  for (let replicate = 0; replicate < scenario.replicates; replicate++) {
    // The seed is part of the key, so that equal jobs are of one replicate.
    const seen = new Set<string>();
    for (const index of interleaved(points.count)) {
      for (const task of tasksAt(scenario, points, index, replicate, code)) {
        if (seen.has(task.key)) continue;
        seen.add(task.key);
        if (part === undefined || isIn(part, task.key)) yield task;
      }
    }
  }
}

/** The jobs of one point in one replicate, by institution in the order of the record. */
export function tasksAt(
  scenario: Scenario,
  points: Points,
  index: number,
  replicate: number,
  code: string,
): Task[] {
  const { design } = scenario;
  const here = inOrder(design ? scenarioAt(scenario, points.at(index)) : scenario);
  const wholeRun = design !== undefined && !design.series;
  return jobsOfReplicate(here, replicate).map((plain) => {
    const job: Job = {
      ...plain,
      ...(wholeRun && { wholeRun }),
      ...(design?.experiment !== undefined && { experiment: design.experiment }),
    };
    return { key: keyOf(job, code), job };
  });
}

function isIn(part: Part, key: string): boolean {
  if (part.kind === 'job') return key.startsWith(part.key);
  return Number.parseInt(key.slice(0, 12), 16) % part.of === part.number - 1;
}
