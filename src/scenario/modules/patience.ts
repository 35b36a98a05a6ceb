import { readdirSync, readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';

/**
 * Time in which a thread could have worked: what passes by the clock, less what threads of this process waited for a processor
 * that others held. A loaded machine must not make a module look as if it hung.
 */
export type Patience = () => number;

/** What time is measured by; tests bring their own. */
export interface Timekeeper {
  /** In milliseconds. */
  readonly now: () => number;
  /** Milliseconds that each thread of this process has waited for a processor so far, by thread; undefined where none can tell. */
  readonly waited: () => ReadonlyMap<string, number> | undefined;
  /** Share of the processor that one more thread may expect, 0 to 1. */
  readonly share: () => number;
}

/** However loaded the machine, so much of the time counts: a module that hangs is given up in the end. */
const leastShare = 1 / 20;

/** @returns milliseconds that count since it was called; to be asked now and then, as it sums from asking to asking */
export function patience(times: Timekeeper = machine): Patience {
  let at = times.now();
  let before = times.waited();
  let counted = 0;
  return () => {
    const [now, after] = [times.now(), times.waited()];
    const passed = now - at;
    const own = before && after ? passed - longestWait(before, after) : passed * times.share();
    counted += Math.max(Math.min(own, passed), passed * leastShare);
    [at, before] = [now, after];
    return counted;
  };
}

/** Of the thread that waited longest between two looks; which of them runs the module cannot be told. */
function longestWait(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): number {
  return Math.max(0, ...[...after].map(([id, wait]) => wait - (before.get(id) ?? wait)));
}

const machine: Timekeeper = {
  now: () => performance.now(),
  waited: waitedOnLinux,
  share() {
    const [load = 0] = loadavg();
    return load > 0 ? Math.min(1, cpus().length / load) : 1;
  },
};

/** From the scheduler's own account: nanoseconds run, nanoseconds waited, turns. */
function waitedOnLinux(): ReadonlyMap<string, number> | undefined {
  const tasks = '/proc/self/task';
  try {
    return new Map(
      readdirSync(tasks).flatMap((id): [string, number][] => {
        const wait = waitOf(`${tasks}/${id}/schedstat`);
        return wait === undefined ? [] : [[id, wait]];
      }),
    );
  } catch {
    return undefined;
  }
}

/** In milliseconds; undefined of a thread that has ended since. */
function waitOf(file: string): number | undefined {
  try {
    const wait = Number(readFileSync(file, 'utf8').split(' ')[1]);
    return Number.isFinite(wait) ? wait / 1e6 : undefined;
  } catch {
    return undefined;
  }
}
