import { Worker } from 'node:worker_threads';
import { weightOf, type Outcome, type Task } from './task.ts';

/** Equal tasks have equal keys. */
export const keyOf = (task: Task): string =>
  JSON.stringify(task, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

/** Does tasks on some threads, each once, the longest first. */
export async function performAll(
  tasks: readonly Task[],
  threads: number,
): Promise<Map<string, Outcome>> {
  const unlike = new Map(tasks.map((task) => [keyOf(task), task]));
  const queue = [...unlike].toSorted(([, a], [, b]) => weightOf(b) - weightOf(a));
  const outcomes = new Map<string, Outcome>();
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL('./worker.js', import.meta.url));
    try {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const [key, task] = next;
        outcomes.set(key, await ask(worker, task));
        tell(outcomes.size, unlike.size);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: threads }, work));
  return outcomes;
}

function ask(worker: Worker, task: Task): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    worker.removeAllListeners();
    worker.once('message', resolve);
    worker.once('error', (error) => {
      reject(new Error(`${keyOf(task)}: ${String(error)}`, { cause: error }));
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
    worker.postMessage(task);
  });
}

/** Every 20th market, so that nobody thinks that nothing happens. */
function tell(done: number, all: number): void {
  if (done % 20 > 0 && done < all) return;
  const { user, system } = process.cpuUsage();
  console.error(`${done} of ${all} markets, ${((user + system) / 1e6).toFixed(0)} s of processors`);
}
