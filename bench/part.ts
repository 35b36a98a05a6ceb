import type { Measurement, TaskInput } from './measurement.ts';
import { measureAll } from './run.ts';

/** How much to measure. */
interface Effort {
  readonly runs: number;
  /** Sizes are divided by this. */
  readonly smaller: number;
  /** Also what takes minutes and gigabytes. */
  readonly large: boolean;
}

/** One line of the table. */
export interface Row {
  readonly what: string;
  readonly size?: string;
  /** Units of work a second. */
  readonly speed?: number;
  /** Nanoseconds for each. */
  readonly each?: number;
  readonly bytes?: number;
  /** Against the first line of its part, or as the line says. */
  readonly ratio?: string;
  readonly approval?: number;
  readonly default?: number;
  /** What the line rests on, printed under it. */
  readonly note?: string;
}

/** Lines that belong together. */
export interface Part {
  readonly id: string;
  readonly title: string;
  /** Measures and tells: a line each. */
  readonly rows: (effort: Effort) => Row[] | Promise<Row[]>;
}

export const sizeOf = ({ borrowers = 0, quarters = 0 }: Partial<TaskInput>) =>
  `${borrowers.toLocaleString('en')} × ${quarters}`;

/** The lines of measured pieces, with the ratios of their speeds to the first. */
export function measuredRows(tasks: readonly NamedTask[], runs: number): Row[] {
  const found = measureAll(tasks, runs);
  const rows = tasks.map((task, k) => rowOf(task, found[k]));
  const first = rows[0].speed;
  return rows.map((row) => ({ ...row, ratio: short(row.speed / first) }));
}

/** These lines, with a note under the last. */
export const noted = (rows: readonly Row[], note: string): Row[] =>
  rows.map((row, k) => (k === rows.length - 1 ? { ...row, note } : row));

export type NamedTask = TaskInput & { readonly what: string };

/** The line of one. Its speed is by processor time, or by the clock where threads share the work. */
function rowOf(task: NamedTask, { seconds, cpu, grown, work, found }: Measurement) {
  const { what, borrowers = 0, threads = 1 } = task;
  const time = threads > 1 ? seconds : cpu;
  return {
    what,
    size: sizeOf(task),
    speed: work / time,
    each: (time / work) * 1e9,
    // A small market is lost in what the program itself takes.
    ...(grown > 5e7 && { bytes: grown / borrowers }),
    approval: found.approval,
    default: found.default,
  };
}

/** Three significant digits. */
export const short = (x: number) => x.toLocaleString('en', { maximumSignificantDigits: 3 });
