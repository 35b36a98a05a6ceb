import { sumNames, type Ledger, type SumName } from '../../src/engine/index.ts';
import { measures } from '../../src/measures/registry.ts';
import { countedQuarters, total } from '../../src/measures/sums.ts';
import { mean } from '../../src/math/statistics.ts';
import type { Found } from './law.ts';
import type { Task } from './task.ts';

/** A measure of a ledger over its counted quarters, or over those named. */
export function valueOf(ledger: Ledger, id: string, quarters = countedQuarters(ledger)): number {
  const measure = measures.find((one) => one.id === id);
  if (!measure) throw new Error(`there is no measure ${id}`);
  return measure.of(ledger, ...quarters);
}

export function counted(ledger: Ledger, name: SumName): number {
  return total(ledger, name, ...countedQuarters(ledger));
}

/** A measure by task. */
export function valuesOf(found: Found, tasks: readonly Task[], id: string): number[] {
  return tasks.map((task) => valueOf(found.ledger(task), id));
}

export function meanOf(found: Found, tasks: readonly Task[], id: string): number {
  return mean(valuesOf(found, tasks, id));
}

/** Several seeds as one market: sums, books of lenders and price bins are added up. */
export function pooled(ledgers: readonly Ledger[]): Ledger {
  const [first] = ledgers;
  const add = (of: (ledger: Ledger) => Float64Array) => {
    const sum = new Float64Array(of(first).length);
    for (const ledger of ledgers) of(ledger).forEach((x, k) => (sum[k] += x));
    return sum;
  };
  return {
    ...first,
    borrowers: ledgers.reduce((sum, { borrowers }) => sum + borrowers, 0),
    sums: add(({ sums }) => sums),
    lenders: add(({ lenders }) => lenders),
    prices: add(({ prices }) => prices),
  };
}

/** A ledger whose sums are changed, quarter by quarter. */
export function withSum(
  ledger: Ledger,
  name: SumName,
  change: (value: number, quarter: number) => number,
): Ledger {
  const sums = ledger.sums.slice();
  const column = sumNames.indexOf(name);
  for (let quarter = 0; quarter < ledger.quarters; quarter++) {
    const at = quarter * sumNames.length + column;
    sums[at] = change(sums[at], quarter);
  }
  return { ...ledger, sums };
}
