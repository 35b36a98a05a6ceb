import { expect, test } from 'vitest';
import { simulate, simulateWorlds } from '../../src/engine/simulate.ts';
import { worlds } from '../../src/engine/setup.ts';
import { institutions } from '../../src/institutions/registry.ts';
import { economyWith, fingerprint, marketOf, regimeOf } from './market.ts';

const economy = economyWith({ misreporting: { share: 0.3 } });
const market = marketOf({ quarters: 14, burnIn: 4, economy });

/** Side by side, worlds are worked on the same columns: nothing of one may leak into another. */
test.each(Object.keys(institutions))(
  'worlds side by side are those run one by one, to the bit: %s',
  (id) => {
    const together = simulateWorlds(market, regimeOf(id), worlds);
    const { posted } = simulate(market, regimeOf(id));
    for (const world of worlds) {
      const ledger = together[world];
      const alone = simulate(market, regimeOf(id), world, world === 'actual' ? {} : { posted });
      expect(ledger && fingerprint(ledger), world).toBe(fingerprint(alone));
    }
  },
);
