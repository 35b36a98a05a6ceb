import { setTimeout } from 'node:timers/promises';

/** Seconds that the suite may take, once what it needs is installed. */
const limit = 300;

let begun = performance.now();

/** From now on the suite's time is counted. */
export function startClock(): void {
  begun = performance.now();
}

/** Seconds since the clock was started. */
export function elapsed(): number {
  return (performance.now() - begun) / 1000;
}

/** Waits until something holds. @throws if its five minutes are over */
export async function until(what: string, holds: () => boolean): Promise<void> {
  while (!holds()) {
    if (elapsed() > limit) throw new Error(`five minutes are over, and not yet: ${what}`);
    await setTimeout(100);
  }
}
