import { institutions } from '../../src/institutions/registry.ts';
import { clocked, type Task } from '../measurement.ts';
import { plainLuck } from '../naive/luck.ts';
import { simulateNaively } from '../naive/market.ts';
import { averages, marketOf, small } from './market.ts';

/** The same economy written naively. Work: borrower-quarters. */
export async function naive(task: Task) {
  const market = await marketOf(task);
  const regime = { rules: institutions[task.institution].rules() };
  simulateNaively(small(market), regime, plainLuck('warm-up'));
  return clocked(market.borrowers * market.quarters, () => {
    const outcomes = simulateNaively(market, regime, plainLuck('bench'));
    return averages((name) => outcomes.reduce((sum, quarter) => sum + quarter[name], 0));
  });
}
