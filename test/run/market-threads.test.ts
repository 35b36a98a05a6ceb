import { describe, expect, test } from 'vitest';
import { sumNames, worlds } from '../../src/engine/index.ts';
import { planTwinFiles } from '../../src/engine/memory/room.ts';
import { simulate, simulateWorlds } from '../../src/engine/running/index.ts';
import { inProcess } from '../../src/run/in-process.ts';
import { simulateOnThreads } from '../../src/run/market-threads.ts';
import { beliefsOf } from '../../src/jobs/work.ts';
import { sharedMarkets } from '../../src/run/shared-markets.ts';
import { loadExternalInstitution } from '../../src/scenario/institutions/external.ts';
import { marketInstitutionOf } from '../../src/scenario/institutions/resolve.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import type { InstitutionChoice } from '../../src/scenario/scenario.ts';
import { simulateScenario } from '../../src/jobs/index.ts';
import { threads } from '../../src/run/threads.ts';
import { economyWith, fingerprint, marketOf, builtIn } from '../engine/market.ts';

const { signal } = new AbortController();

const choice = (id: string): InstitutionChoice => ({
  id,
  label: id,
  from: { kind: 'built-in', id },
  values: {},
});

describe('a market shared by threads', () => {
  // Three pages, the last with one leaf and a bit: two threads cannot share them evenly.
  // Half of the borrowers believe that nobody shares; twins are made from quarter 3 on, when the first loans have ended.
  const market = marketOf({
    ...{ borrowers: 2 * 4096 + 1500, quarters: 8, burnIn: 3 },
    economy: economyWith({ reputation: { twinFrom: 3 }, behaviour: { awareness: 0.5 } }),
  });

  test.each([
    ['held', [2, 3]],
    ['relearned', [3]],
  ] as const)(
    'has the ledgers of one thread, to the bit, in all four worlds, sanctions %s',
    async (sanctions, counts) => {
      const alone = simulateWorlds(market, builtIn('dual'), worlds, { sanctions });
      const beliefs = beliefsOf({ alone: market, befalls: [] });
      const asked = worlds.filter((world) => world !== 'actual');
      for (const n of counts) {
        const together = await simulateOnThreads(
          ...([market, choice('dual'), asked, sanctions, n, signal, beliefs] as const),
        );
        for (const world of worlds) {
          const [a, b] = [alone[world], together[world]];
          expect(a && b && fingerprint(b) === fingerprint(a), `${world}, ${n}`).toBe(true);
        }
      }
    },
  );

  test('has the ledger of one thread where more twins live than usual, and where twins end', async () => {
    // Everybody is alike, repays, and is twinned from early on: at first nobody has a twin that keeps him from another.
    const full = marketOf({
      ...{ borrowers: 4096 + 600, quarters: 40, burnIn: 3 },
      economy: economyWith({
        outside: { base: 0.235, taste: 0.1 },
        pricing: { cap: 3 },
        hazard: { own: 12, liquidity: 12 },
        need: { demand: 0.5, shape: 50 },
        strain: { need: 1 },
        reputation: { twins: 0.1, twinFrom: 4 },
      }),
    });
    let twins = 0;
    const alone = simulate(full, builtIn('market-led'), 'actual', {
      observer: {
        quarterEnd: ({ madeTwin }) => {
          const living = madeTwin.subarray(0, 4096).filter((made) => made > 0).length;
          twins = Math.max(twins, living);
        },
      },
    });
    expect(twins).toBeGreaterThan(
      planTwinFiles(full.economy, 4096, { room: 'usual', twins: true }),
    );
    const together = await simulateOnThreads(
      ...([full, choice('market-led'), ['actual'], 'held', 2, signal] as const),
    );
    expect(together.actual && fingerprint(together.actual)).toBe(fingerprint(alone));
  });

  test('has the ledgers of one thread where the institution changes', async () => {
    const longer = { ...market, quarters: 12 };
    const befalls = [{ from: 8, shock: -1, cap: 0.3 }];
    const reformed: InstitutionChoice = {
      ...choice('market-led'),
      values: { threshold: 0.3 },
      phases: [
        { from: 6, announced: 5, backfill: 3, told: true, becomes: choice('dual') },
        { ...befalls[0], erase: { incomeFifths: [1, 2] } },
      ],
    };
    const institution = await marketInstitutionOf(
      reformed,
      market.lenders,
      loadExternalInstitution,
    );
    const { actual } = simulateWorlds(longer, institution, ['actual']);
    const beliefs = beliefsOf({ alone: longer, befalls });
    const together = await simulateOnThreads(
      ...([longer, reformed, ['actual'], 'held', 2, signal, beliefs] as const),
    );
    expect(actual && together.actual && fingerprint(together.actual)).toBe(
      actual && fingerprint(actual),
    );
  });

  test('begins anew with more room where more is borrowed than usual', async () => {
    const eager = {
      ...{ need: { demand: 0.95, shape: 10 }, use: { meanValue: 5 }, outside: { base: -1 } },
      ...{ pricing: { exploration: 1 }, search: { quotes: 6 } },
    };
    const large = marketOf({
      borrowers: 5000,
      quarters: 8,
      burnIn: 3,
      economy: economyWith(eager),
    });
    const alone = simulateWorlds(large, builtIn('none'), ['actual']).actual;
    const { actual } = await simulateOnThreads(
      ...([large, choice('none'), ['actual'], 'held', 2, signal] as const),
    );
    expect(actual && alone && fingerprint(actual) === fingerprint(alone)).toBe(true);
    const loans = sumNames.indexOf('loans');
    const most = Math.max(
      ...Array.from({ length: 8 }, (_, t) => alone?.sums[t * sumNames.length + loans] ?? 0),
    );
    expect(most).toBeGreaterThan(0.75 * 0.95 * 4200);
  });

  test('finds the beliefs of unaware borrowers on any threads', async () => {
    const scenario = await loadScenario('tiny', {
      ...{ borrowers: 4200, quarters: 8, burnIn: 2, replicates: 1 },
      institutions: ['none', 'full-sharing'],
      set: ['economy.behaviour.awareness=0.5'],
    });
    const here = await simulateScenario(scenario, { executor: inProcess, signal });
    for (const executor of [sharedMarkets(1, 2), threads(2)]) {
      expect(await simulateScenario(scenario, { executor, signal })).toEqual(here);
    }
  });

  test('gives a scenario the rows that it has without threads', async () => {
    const scenario = await loadScenario('tiny', {
      ...{ borrowers: 4200, quarters: 8, burnIn: 2, replicates: 1 },
      institutions: ['none', 'full-sharing'],
    });
    const rows = await simulateScenario(scenario, { executor: sharedMarkets(1, 2), signal });
    expect(rows).toEqual(await simulateScenario(scenario, { executor: inProcess, signal }));
  });

  test('stops with the reason of the signal', async () => {
    const stop = new AbortController();
    const endless = { ...market, quarters: 100_000 };
    const run = simulateOnThreads(endless, choice('none'), ['actual'], 'held', 2, stop.signal);
    const reason = new Error('Ctrl-C');
    setTimeout(() => stop.abort(reason), 500);
    await expect(run).rejects.toBe(reason);
  });

  test('ends with the mistake of a user’s module, though threads wait for each other', async () => {
    const path = new URL('plug-ins/fails-late.js', import.meta.url).pathname;
    const mine = { ...choice('mine'), from: { kind: 'module', path, hash: '' } } as const;
    const run = simulateOnThreads(market, mine, ['actual'], 'held', 2, signal);
    await expect(run).rejects.toThrow(/mine: its rules failed during the simulation/);
  });
});
