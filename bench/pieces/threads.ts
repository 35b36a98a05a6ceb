import { simulateOnThreads } from '../../src/run/market-threads.ts';
import { clocked, type Task } from '../measurement.ts';
import { averages, marketOf, totalOf } from './market.ts';

/** One market on several threads, as a run does it: each thread starts, loads and compiles for itself. Work: borrower-quarters. */
export async function threads(task: Task) {
  const market = await marketOf(task);
  const choice = {
    id: task.institution,
    label: task.institution,
    from: { kind: 'built-in', id: task.institution },
    values: {},
  } as const;
  const { signal } = new AbortController();
  return clocked(market.borrowers * market.quarters, async () => {
    const { actual } = await simulateOnThreads(
      market,
      choice,
      ['actual'],
      'held',
      task.threads,
      signal,
    );
    if (!actual) throw new Error('the market was not simulated');
    return averages(totalOf(actual));
  });
}
