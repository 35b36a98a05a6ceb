/**
 * Does tasks, as many at a time as there are lanes, each asked for when a lane is free. Where one fails, the others stop
 * too, unless somebody is told of failures.
 */
export async function inLanes<Task>(
  tasks: Iterable<Task>,
  lanes: number,
  signal: AbortSignal,
  settle: (task: Task, stop: AbortSignal) => Promise<void>,
  onFailure?: (task: Task, error: unknown) => void,
): Promise<void> {
  const failed = new AbortController();
  const stop = AbortSignal.any([signal, failed.signal]);
  const queue = tasks[Symbol.iterator]();
  const lane = async () => {
    for (let next = queue.next(); !next.done; next = queue.next()) {
      stop.throwIfAborted();
      const task = next.value;
      await settle(task, stop).catch((error: unknown) => {
        if (!onFailure || stop.aborted) throw error;
        onFailure(task, error);
      });
    }
  };
  const stopping = (error: unknown) => {
    failed.abort(error);
    throw error;
  };
  await Promise.all(Array.from({ length: lanes }, () => lane().catch(stopping)));
}
