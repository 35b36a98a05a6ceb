import { expect, test, vi } from 'vitest';
import { simulateWorlds } from '../../src/engine/running/index.ts';
import { sumNames, worlds, type Lender, type Market } from '../../src/engine/index.ts';
import { institutions } from '../../src/institutions/registry.ts';
import { economyWith, fingerprint, marketOf, builtIn } from './market.ts';
import { lenders } from './economy.ts';

/**
 * All markets of a process are worked on the same columns, made once (columns/). What one market leaves there, the next must
 * not read: markets of other shapes one after another give the bytes that each gives in a process of its own.
 */
const early = { reputation: { twinFrom: 4, twins: 0.2 } };
const tiny = { borrowers: 150, quarters: 12, burnIn: 4 };

/** So many lenders of unequal costs. */
const many = (count: number): readonly Lender[] =>
  Array.from({ length: count }, (_, j) => ({
    ...lenders[j % lenders.length],
    ...{ id: `lender-${j}`, share: 1 / count, funding: 0.004 + 0.001 * (j % 7) },
  }));

const shapes: readonly Partial<Market>[] = [
  { ...tiny, economy: economyWith(early) },
  { ...tiny, lenders: [] },
  { ...tiny, borrowers: 1 },
  {
    ...{ ...tiny, borrowers: 60, quarters: 9 },
    lenders: many(32),
    economy: economyWith({ ...early, search: { quotes: 8 } }),
  },
  { ...tiny, lenders: [] },
  {
    ...tiny,
    lenders: many(1),
    economy: economyWith({ ...early, loan: { term: 12 } }),
    quarters: 16,
  },
];

const told = ({ borrowers, lenders: some }: Partial<Market>) =>
  `${borrowers} borrowers, ${some?.length ?? 'six'} lenders`;

type Engine = typeof simulateWorlds;

const ledgersOf = (engine: Engine, shape: Partial<Market>, id: string): string[] =>
  Object.values(engine(marketOf(shape), builtIn(id), worlds)).map(fingerprint);

/** The engine as a new process has it: its columns are still empty. */
async function newEngine(): Promise<Engine> {
  vi.resetModules();
  const { simulateWorlds: engine } = await import('../../src/engine/running/index.ts');
  expect(engine).not.toBe(simulateWorlds);
  return engine;
}

test.each(Object.keys(institutions).map((id, k) => [id, k] as const))(
  '%s: markets of other shapes one after another give the same bytes as alone',
  async (id, k) => {
    const forth = shapes.map((shape) => ledgersOf(simulateWorlds, shape, id));
    // Each institution begins with another shape, which therefore is alone; then they come in the other order.
    const back = shapes.map((_, at) => (k + shapes.length - at) % shapes.length);
    const engine = await newEngine();
    for (const at of back) {
      expect(ledgersOf(engine, shapes[at], id), told(shapes[at])).toEqual(forth[at]);
    }
  },
);

test('where there is no lender nobody applies, and the ledger holds numbers only', () => {
  const { actual } = simulateWorlds(marketOf({ ...tiny, lenders: [] }), builtIn('none'), []);
  const sums = actual?.sums ?? [NaN];
  expect(sums.every(Number.isFinite)).toBe(true);
  for (const name of ['applications', 'approvals', 'loans'] as const) {
    const at = sumNames.indexOf(name);
    expect(sums.filter((sum, k) => k % sumNames.length === at && sum !== 0)).toHaveLength(0);
  }
});
