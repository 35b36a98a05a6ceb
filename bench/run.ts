import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from 'simple-statistics';
import { programFolder } from '../src/program-folder.ts';
import { parseMeasurement, type Measurement, type TaskInput } from './measurement.ts';

const child = fileURLToPath(new URL('.bench/child.js', programFolder));

/**
 * Measures tasks, each in a process of its own: all of them once, then all of them again, so that a slow minute of the
 * machine falls on all alike.
 *
 * @returns of each task the medians over its runs
 * @throws Error if a task fails
 */
export function measureAll(tasks: readonly TaskInput[], runs: number): Measurement[] {
  const rounds = Array.from({ length: runs }, () => tasks.map(measure));
  return tasks.map((_, k) => medians(rounds.map((round) => round[k])));
}

function measure(task: TaskInput): Measurement {
  const { status, stdout } = spawnSync(process.execPath, [child, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the piece ${task.piece} failed`);
  return parseMeasurement(stdout);
}

function medians(runs: readonly Measurement[]): Measurement {
  const of = (value: (run: Measurement) => number) => median(runs.map(value));
  const names = Object.keys(runs[0].found);
  return {
    seconds: of((run) => run.seconds),
    cpu: of((run) => run.cpu),
    grown: of((run) => run.grown),
    work: of((run) => run.work),
    found: Object.fromEntries(names.map((name) => [name, of((run) => run.found[name])])),
  };
}
