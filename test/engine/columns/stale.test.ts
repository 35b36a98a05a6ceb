import { beforeAll, expect, test, vi } from 'vitest';
import {
  worlds,
  type Posted,
  type Market,
  type MarketInstitution,
  type World,
} from '../../../src/engine/index.ts';
import { institutions } from '../../../src/institutions/registry.ts';
import { economyWith, fingerprint, marketOf, builtIn } from '../market.ts';

/**
 * Stages read no column that was not filled in this quarter: before every page of every quarter all columns and scratch of
 * the engine are spoilt, floats by NaN and whole numbers by all bits, and the ledger is the same to the bit. What is left of
 * another page, quarter, world or market is read nowhere.
 */
type Column = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

const kinds = ['Float64Array', 'Int32Array', 'Uint32Array', 'Uint16Array', 'Uint8Array'] as const;

let engine: Awaited<ReturnType<typeof loadEngine>>;
beforeAll(async () => {
  engine = await loadEngine();
});

/** The engine, and the columns that its modules make while they are loaded, each with the file that does. */
async function loadEngine() {
  const made: { readonly file: string; readonly column: Column }[] = [];
  for (const kind of kinds) {
    vi.stubGlobal(
      kind,
      new Proxy(globalThis[kind], {
        construct(maker, given) {
          const column: Column = Reflect.construct(maker, given);
          const [, file] = /\/src\/([\w/-]+\.ts)/.exec(new Error('made').stack ?? '') ?? [];
          if (file?.startsWith('engine/')) made.push({ file, column });
          return column;
        },
      }),
    );
  }
  vi.resetModules();
  const parts = {
    ...(await import('../../../src/engine/course.ts')),
    ...(await import('../../../src/engine/start-world.ts')),
    ...(await import('../../../src/engine/simulate.ts')),
    ...(await import('../../../src/engine/ledger-of.ts')),
    ...(await import('../../../src/engine/crew.ts')),
    ...(await import('../../../src/engine/columns/roll.ts')),
    ...(await import('../../../src/engine/worlds/price-by-type.ts')),
    ...(await import('../../../src/engine/memory/allocate.ts')),
  };
  vi.unstubAllGlobals();
  // What holds numbers as soon as it is made is a table.
  return { ...parts, scratch: made.filter(({ column }) => !column.some((value) => value !== 0)) };
}

const spoil = (column: Column) => {
  column.fill(column instanceof Float64Array ? NaN : -1);
};

const isColumn = (member: unknown): member is Column =>
  kinds.some((kind) => member instanceof globalThis[kind]);

/** A world's fingerprint, as a process of its own finds it; or on columns that are spoilt at each page. */
function run(
  market: Market,
  institution: MarketInstitution,
  world: World,
  elsewhere: Elsewhere,
  spoilt: boolean,
) {
  const { plainMemory, createCourse, createWorldState, alone, runMarket, ledgerOf, partOf } =
    engine;
  const { held, withoutSharing } = elsewhere;
  const course = createCourse(market, institution, 'sure', plainMemory, withoutSharing);
  const { state } = course;
  const here = createWorldState(state, world, { held }, plainMemory);
  const { now, future, footprint, unaware } = state;
  const convictions = [unaware?.beliefs, here.sanctions.beliefs].flatMap((beliefs) =>
    beliefs ? [beliefs.logOdds, beliefs.recovered] : [],
  );
  const columns = [
    ...engine.scratch.map(({ column }) => column),
    ...Object.values(now),
    ...[future.asked, future.income, future.size, future.sizeToIncome],
    ...(footprint ? [...footprint.shown, ...footprint.inflated] : []),
    ...convictions,
    ...Object.values(engine.stakesWith),
  ].filter(isColumn);
  const crew = alone();
  const nextPage = () => {
    columns.forEach(spoil);
    Object.assign(engine.rollWriter, { first: NaN, size: NaN, n: NaN, twinCount: NaN });
    return crew.nextPage();
  };
  runMarket(course, [here], spoilt ? { ...crew, nextPage } : crew);
  return fingerprint(ledgerOf(market, [partOf(here)]));
}

/** What was posted elsewhere: in the actual world, and in the market without sharing. */
interface Elsewhere {
  readonly held: Posted;
  readonly withoutSharing: Posted;
}

const early = { reputation: { twinFrom: 4, twins: 0.2 } };
const small = { borrowers: 600, quarters: 11, burnIn: 6 };

test('columns are found where they are made', () => {
  const { scratch } = engine;
  const files = new Set(scratch.map(({ file }) => file));
  for (const name of ['hidden', 'loan-sums', 'outcome', 'roll', 'terms', 'visible']) {
    expect(files).toContain(`engine/columns/${name}.ts`);
  }
  expect(files).toContain('engine/files/reports.ts');
  expect(scratch.length).toBeGreaterThan(150);
});

test.each<{ what: string; id: string; change?: Parameters<typeof economyWith>[0] }>([
  { what: 'full sharing', id: 'full-sharing' },
  {
    what: 'a score, and footprints inflated',
    id: 'sesame',
    change: { misreporting: { share: 0.5, cost: 0.002 } },
  },
  {
    what: 'two kinds of files, and some who are unaware of them',
    id: 'dual',
    change: { behaviour: { awareness: 0.5 } },
  },
  { what: 'no sharing', id: 'none', change: { reputation: { twins: 0 } } },
])('$what: nothing is read that was not filled in the quarter', ({ id, change }) => {
  const market = marketOf({ ...small, economy: economyWith({ ...early, ...change }) });
  const institution = builtIn(id);
  const held = engine.simulate(market, institution).posted;
  const withoutSharing = engine.simulate(market, { rules: institutions.none.rules() }).posted;
  for (const world of worlds) {
    const elsewhere = { held, withoutSharing };
    const spoilt = run(market, institution, world, elsewhere, true);
    expect(spoilt, world).toBe(run(market, institution, world, elsewhere, false));
  }
});
