import { resolve } from 'node:path';
import {
  sumNames,
  type Ledger,
  type Lender,
  type Market,
  type SumName,
} from '../../src/engine/index.ts';
import { seedKey } from '../../src/random/seed.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import type { Measurement, Task } from '../measurement.ts';

/** A file of the repository, at whose root the benchmark runs. */
export const inRepository = (path: string) => resolve(path);

/** The economy and lenders of docs/model.md at this size, which the naive version has, too; every quarter counts. */
export async function marketOf({ borrowers, quarters, lenders: wanted }: Task): Promise<Market> {
  const { economy, lenders } = await loadScenario(
    inRepository('evidence/calibration/began-with.yaml'),
  );
  const seed = seedKey('bench', 0);
  return { borrowers, quarters, burnIn: 0, seed, economy, lenders: lendersOf(lenders, wanted) };
}

/** The baseline's lenders over again, as many as wanted, with shares that add up to 1. */
function lendersOf(few: readonly Lender[], wanted = few.length): Lender[] {
  const many = Array.from({ length: wanted }, (_, j) => {
    const lender = few[j % few.length];
    return { ...lender, id: `${lender.id}/${Math.floor(j / few.length)}` };
  });
  const total = many.reduce((sum, { share }) => sum + share, 0);
  return many.map((lender) => ({ ...lender, share: lender.share / total }));
}

/** A small market of the same kind, to let the compiler see the code before it is measured. */
export const small = (market: Market): Market => ({
  ...market,
  borrowers: Math.min(20_000, market.borrowers),
  quarters: Math.min(20, market.quarters),
});

/** Sums over all quarters. */
export type Total = (
  name: 'applications' | 'approvals' | 'loans' | 'cannotPay' | 'willNotPay' | 'apr',
) => number;

/** What came of a market, by which two versions of it can be told apart. */
export function averages(total: Total): Measurement['found'] {
  return {
    approval: total('approvals') / total('applications'),
    default: (total('cannotPay') + total('willNotPay')) / total('loans'),
    apr: total('apr') / total('loans'),
  };
}

export const totalOf =
  ({ sums, quarters }: Ledger) =>
  (name: SumName): number => {
    const at = sumNames.indexOf(name);
    let total = 0;
    for (let t = 0; t < quarters; t++) total += sums[t * sumNames.length + at];
    return total;
  };
