/**
 * Where threads that share a market meet: three words of shared memory.
 *
 * `next` is the page that nobody has taken yet, `arrived` how many wait, `round` how often all have met.
 */
const next = 0;
const arrived = 1;
const round = 2;

export function createMeeting(): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(12));
}

/** Takes the next page, which no other thread will get before all have met again. */
export function takePage(meeting: Int32Array): number {
  return Atomics.add(meeting, next, 1);
}

/** Waits until all threads are here; what each wrote before, all can read after. */
export function barrier(meeting: Int32Array, threads: number): void {
  const now = Atomics.load(meeting, round);
  if (Atomics.add(meeting, arrived, 1) === threads - 1) {
    Atomics.store(meeting, next, 0);
    Atomics.store(meeting, arrived, 0);
    Atomics.add(meeting, round, 1);
    Atomics.notify(meeting, round);
    return;
  }
  while (Atomics.load(meeting, round) === now) Atomics.wait(meeting, round, now);
}
