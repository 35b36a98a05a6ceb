import { describe, expect, test } from 'vitest';
import { worlds } from '../../src/engine/index.ts';
import { simulateWorlds } from '../../src/engine/running/index.ts';
import { inProcess } from '../../src/run/in-process.ts';
import { simulateOnThreads } from '../../src/run/market-threads.ts';
import { sharedMarkets } from '../../src/run/shared-markets.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import type { InstitutionChoice } from '../../src/scenario/scenario.ts';
import { simulateScenario } from '../../src/run/simulate-scenario.ts';
import { threads } from '../../src/run/threads.ts';
import { economyWith, fingerprint, marketOf, regimeOf } from '../engine/market.ts';

const { signal } = new AbortController();

const choice = (id: string): InstitutionChoice => ({
  id,
  label: id,
  from: { kind: 'built-in', id },
  values: {},
});

describe('a market shared by threads', () => {
  // Four pages, the last with one leaf and a bit: three threads cannot share them evenly.
  // Half of the borrowers believe that nobody shares; twins are made from quarter 6 on.
  const market = marketOf({
    ...{ borrowers: 3 * 4096 + 1500, quarters: 14, burnIn: 4 },
    economy: economyWith({ reputation: { twinFrom: 6 }, behaviour: { awareness: 0.5 } }),
  });

  test.each(['held', 'relearned'] as const)(
    'has the ledgers of one thread, to the bit, in all four worlds, sanctions %s',
    async (sanctions) => {
      const alone = simulateWorlds(market, regimeOf('dual'), worlds, { sanctions });
      const [beliefs] = await inProcess.beliefs([market], signal);
      const asked = worlds.filter((world) => world !== 'actual');
      for (const threads of [1, 2, 3]) {
        const together = await simulateOnThreads(
          ...([market, choice('dual'), asked, sanctions, threads, signal, beliefs] as const),
        );
        for (const world of worlds) {
          const [a, b] = [alone[world], together[world]];
          expect(a && b && fingerprint(b) === fingerprint(a), `${world}, ${threads}`).toBe(true);
        }
      }
    },
  );

  test('finds the beliefs of unaware borrowers once for all institutions, on any threads', async () => {
    const here = await inProcess.beliefs([market], signal);
    expect(await sharedMarkets(1, 2).beliefs([market], signal)).toEqual(here);
    expect(await threads(2).beliefs([market], signal)).toEqual(here);
  });

  test('gives a scenario the rows that it has without threads', async () => {
    const scenario = await loadScenario('tiny', {
      ...{ borrowers: 5000, quarters: 10, burnIn: 2, replicates: 2 },
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
