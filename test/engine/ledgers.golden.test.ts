import { expect, test } from 'vitest';
import { sumNames, type Ledger, type SumName } from '../../src/engine/ledger.ts';
import { simulateWorlds } from '../../src/engine/simulate.ts';
import { worlds, type Market, type Regime, type World } from '../../src/engine/setup.ts';
import { institutions } from '../../src/institutions/registry.ts';
import { marketLenders } from '../institutions/markets.ts';
import { economyWith, fingerprint, marketOf, regimeOf } from './market.ts';

/**
 * Golden: a snapshot of what the engine gives, not a claim that it is right. Work on speed must leave
 * every line as it is; a change of the economy moves lines, and the changelog says why. Beside each
 * fingerprint of all bits stand a few headline numbers, so that a moved line can be read.
 * `npx vitest run test/engine/ledgers.golden.test.ts -u` writes it anew.
 */
interface Case {
  readonly market?: Partial<Market>;
  readonly regime: Regime;
  readonly worlds?: readonly World[];
  readonly sanctions?: 'held' | 'relearned';
}

const tiny = { borrowers: 1500, quarters: 20, burnIn: 4 };

const builtIn = Object.keys(institutions).map((id): [string, Case] => [
  id,
  { regime: regimeOf(id), worlds },
]);

const variants: readonly [string, Case][] = [
  ['lag', { market: tiny, regime: regimeOf('full-sharing', { lag: 3 }), worlds }],
  ['threshold', { market: tiny, regime: regimeOf('government-led', { threshold: 0.8 }), worlds }],
  [
    'errors',
    {
      market: tiny,
      regime: regimeOf('dual', { standardsGap: 0.3, missedDefault: 0.1, falseDefault: 0.05 }),
    },
  ],
  [
    'partial participation',
    { market: tiny, regime: { ...regimeOf('association-led'), participation: 0.5 } },
  ],
  [
    'patience spread',
    {
      market: { ...tiny, economy: economyWith({ behaviour: { patienceSpread: 0.03 } }) },
      regime: regimeOf('market-led'),
      worlds,
    },
  ],
  [
    'half aware',
    {
      market: { ...tiny, economy: economyWith({ behaviour: { awareness: 0.5 } }) },
      regime: regimeOf('full-sharing'),
      worlds,
    },
  ],
  [
    'misreporting',
    {
      market: { ...tiny, economy: economyWith({ misreporting: { share: 0.5, cost: 0.002 } }) },
      regime: regimeOf('sesame'),
      worlds,
    },
  ],
  [
    'sanctions learnt anew',
    { market: tiny, regime: regimeOf('dual'), worlds, sanctions: 'relearned' },
  ],
  [
    'no exploration, no noise, any lender asked',
    {
      market: {
        ...tiny,
        economy: economyWith({
          pricing: { exploration: 0 },
          search: { quoteNoise: 0, homeLender: false, quotes: 2 },
        }),
      },
      regime: regimeOf('government-led'),
      worlds,
    },
  ],
  [
    'rare demand, long run',
    {
      market: {
        ...tiny,
        quarters: 90,
        economy: economyWith({ search: { demand: 0.04 }, traits: { capacityPersistence: 0.9 } }),
      },
      regime: regimeOf('government-led'),
      worlds,
    },
  ],
  [
    'everyone applies to everyone',
    {
      market: { ...tiny, economy: economyWith({ search: { demand: 1, quotes: 12 } }) },
      regime: regimeOf('negative-only'),
      worlds,
    },
  ],
  [
    'lemons',
    {
      market: {
        ...tiny,
        economy: economyWith({ project: { dial: 2 }, hazard: { burden: 3 }, pricing: { cap: 2 } }),
      },
      regime: regimeOf('none'),
      worlds,
    },
  ],
  [
    'one lender',
    {
      market: { ...tiny, lenders: [{ ...marketLenders[0], share: 1 }] },
      regime: regimeOf('full-sharing'),
      worlds,
    },
  ],
  [
    'twelve lenders of unequal costs',
    {
      market: {
        ...tiny,
        lenders: [...marketLenders, ...marketLenders].map((lender, j) => ({
          ...lender,
          id: `${lender.id}-${j}`,
          share: lender.share / 2,
          funding: 0.005 * j,
          recovery: j / 11,
        })),
      },
      regime: regimeOf('market-led'),
      worlds,
    },
  ],
  [
    'hidden loans of borrowers who come back after years',
    {
      market: {
        ...{ borrowers: 3000, quarters: 90, burnIn: 4 },
        economy: economyWith({ search: { demand: 0.06 } }),
      },
      regime: regimeOf('dual', {
        ...{ threshold: 0.8, standardsGap: 0.3, missedDefault: 0.1, falseDefault: 0.05 },
      }),
      worlds,
    },
  ],
  ['one borrower', { market: { borrowers: 1 }, regime: regimeOf('full-sharing') }],
  ['exactly a page', { market: { ...tiny, borrowers: 4096 }, regime: regimeOf('sesame') }],
];

test.each([...builtIn, ...variants])('%s gives the ledgers it gave before', async (name, given) => {
  const options = given.sanctions === undefined ? {} : { sanctions: given.sanctions };
  const market = marketOf(given.market);
  const ledgers = simulateWorlds(market, given.regime, given.worlds ?? ['actual'], options);
  const lines = Object.values(ledgers).map(
    (ledger) => `${fingerprint(ledger)} ${headline(ledger)}`,
  );
  const file = `../golden/ledgers/${name.replaceAll(/[^a-z]+/g, '-')}.txt`;
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(file);
});

function headline(ledger: Ledger): string {
  const total = (name: SumName) => {
    let sum = 0;
    const k = sumNames.indexOf(name);
    for (let t = ledger.burnIn; t < ledger.quarters; t++)
      sum += ledger.sums[t * sumNames.length + k];
    return sum;
  };
  const numbers = {
    applications: total('applications'),
    approved: total('approvals') / total('applications'),
    default: (total('cannotPay') + total('willNotPay')) / total('loans'),
    rate: total('rate') / total('loans'),
    welfare: total('welfare') / total('applications'),
    covered: ledger.covered,
  };
  const words = Object.entries(numbers).map(([name, x]) => `${name} ${Number(x.toPrecision(6))}`);
  return [ledger.world, ...words].join('  ');
}
