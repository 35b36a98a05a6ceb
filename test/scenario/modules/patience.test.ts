import { describe, expect, it } from 'vitest';
import { patience, type Timekeeper } from '../../../src/scenario/modules/patience.ts';

/** A clock that is set by hand. */
function byHand(waits: boolean) {
  const at = { now: 0, waited: new Map<string, number>(), share: 1 };
  const times: Timekeeper = {
    now: () => at.now,
    waited: () => (waits ? new Map(at.waited) : undefined),
    share: () => at.share,
  };
  return { at, counted: patience(times) };
}

describe('patience with a module', () => {
  it('counts all time in which no thread waits for a processor', () => {
    const { at, counted } = byHand(true);
    at.waited.set('1', 0);
    at.now = 30_000;
    expect(counted()).toBe(30_000);
  });

  it('leaves out what the thread that waited longest has waited', () => {
    const { at, counted } = byHand(true);
    at.waited.set('1', 500).set('2', 7000);
    expect(counted()).toBe(0);
    at.now = 10_000;
    at.waited.set('1', 3500).set('2', 14_000);
    expect(counted()).toBe(3000);
    // A thread that is new has not waited between two looks that both saw it.
    at.now = 11_000;
    at.waited.set('3', 90_000);
    expect(counted()).toBe(4000);
  });

  it('goes by the share of the processor where the system tells no more', () => {
    const { at, counted } = byHand(false);
    at.now = 1000;
    expect(counted()).toBe(1000);
    at.share = 0.25;
    at.now = 2000;
    expect(counted()).toBe(1250);
  });

  it('comes to an end on however loaded a machine', () => {
    const { at, counted } = byHand(true);
    at.waited.set('1', 0);
    counted();
    at.now = 600_000;
    at.waited.set('1', 700_000);
    expect(counted()).toBe(30_000);
  });

  it('never counts more than the clock of this machine', async () => {
    const begun = performance.now();
    const counted = patience();
    let sum = 0;
    while (performance.now() - begun < 100) sum += Math.sqrt(sum + 1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const here = counted();
    const passed = performance.now() - begun;
    expect(here).toBeLessThanOrEqual(passed);
    expect(here).toBeGreaterThanOrEqual(passed / 25);
  });
});
