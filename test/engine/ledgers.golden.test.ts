import { existsSync, readFileSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { expectGolden } from '../golden-file.ts';
import {
  counts,
  lenderSums,
  sumNames,
  worlds,
  type Ledger,
  type Market,
  type MarketInstitution,
  type Sanctions,
  type SumName,
  type World,
} from '../../src/engine/index.ts';
import { simulateWorlds } from '../../src/engine/running/index.ts';
import { institutions } from '../../src/institutions/registry.ts';
import { marketLenders } from '../institutions/markets.ts';
import { economyWith, fingerprint, marketOf, builtIn } from './market.ts';

/**
 * Golden: a snapshot of what the engine gives, not a claim that it is right (that is what the naive twin and the tests
 * against plain formulas are for). Work on speed must leave every line as it is; a change of the economy moves lines, and
 * the changelog says why. Beside each fingerprint of all bits stand a few headline numbers, so that a moved line can be read.
 * Fingerprints are of the sums that `sums.txt` names, so that a new sum moves no line.
 * `npm test -- test/engine/ledgers.golden.test.ts -u` writes it anew, of the same sums: a new institution adds a file, and no
 * other moves. Delete `sums.txt` first and all sums of the ledger are named, which moves every line.
 */
interface Case {
  readonly market?: Partial<Market>;
  readonly institution: MarketInstitution;
  readonly worlds?: readonly World[];
  readonly sanctions?: Sanctions;
}

/** Two full pages and a short last leaf; twins live for most of the run. */
const whole = { borrowers: 4500, quarters: 20, burnIn: 8 };
const tiny = { borrowers: 600, quarters: 20, burnIn: 6 };
const early = { reputation: { twinFrom: 6, twins: 0.2 } };

const allBuiltIn = Object.keys(institutions).map((id): [string, Case] => [
  id,
  {
    market: { ...tiny, borrowers: 1500, economy: economyWith(early) },
    institution: builtIn(id),
    worlds,
  },
]);

const variants: readonly [string, Case][] = [
  ['two pages', { market: whole, institution: builtIn('full-sharing') }],
  ['lag', { market: tiny, institution: builtIn('full-sharing', { lag: 3 }), worlds }],
  [
    'threshold',
    { market: tiny, institution: builtIn('government-led', { threshold: 0.8 }), worlds },
  ],
  [
    'nothing kept',
    {
      market: tiny,
      institution: builtIn('dual', { retentionNegative: 0, retentionPositive: 0 }),
      worlds,
    },
  ],
  [
    'errors',
    {
      market: tiny,
      institution: builtIn('dual', { standardsGap: 0.3, missedDefault: 0.1, falseDefault: 0.05 }),
    },
  ],
  [
    'partial participation',
    { market: tiny, institution: { ...builtIn('association-led'), participation: 0.5 } },
  ],
  [
    'half aware',
    {
      market: { ...tiny, economy: economyWith({ behaviour: { awareness: 0.5 } }) },
      institution: builtIn('full-sharing'),
      worlds,
    },
  ],
  [
    'misreporting',
    {
      market: { ...tiny, economy: economyWith({ misreporting: { share: 0.5, cost: 0.002 } }) },
      institution: builtIn('sesame'),
      worlds,
    },
  ],
  [
    'sanctions learnt anew',
    {
      market: { ...tiny, economy: economyWith(early) },
      institution: builtIn('dual'),
      worlds,
      sanctions: 'relearned',
    },
  ],
  [
    'no exploration, any lender asked',
    {
      market: {
        ...tiny,
        economy: economyWith({
          pricing: { exploration: 0 },
          search: { homeLender: false, quotes: 2 },
        }),
      },
      institution: builtIn('government-led'),
      worlds,
    },
  ],
  [
    'loans of one quarter',
    {
      market: { ...tiny, economy: economyWith({ loan: { term: 1 } }) },
      institution: builtIn('full-sharing'),
      worlds,
    },
  ],
  [
    'loans of three years',
    {
      market: { ...tiny, quarters: 40, economy: economyWith({ loan: { term: 12 } }) },
      institution: builtIn('market-led'),
      worlds,
    },
  ],
  [
    'everyone asks everyone',
    {
      market: {
        ...tiny,
        economy: economyWith({ need: { demand: 0.95, shape: 10 }, search: { quotes: 6 } }),
      },
      institution: builtIn('negative-only'),
      worlds,
    },
  ],
  [
    'lemons',
    {
      market: { ...tiny, economy: economyWith({ use: { dial: 2 }, hazard: { debt: 3 } }) },
      institution: builtIn('none'),
      worlds,
    },
  ],
  [
    'no strain, no twins, three imagined applications',
    {
      market: {
        ...tiny,
        economy: economyWith({ strain: { entry: 0 }, reputation: { twins: 0, draws: 3 } }),
      },
      institution: builtIn('full-sharing'),
      worlds,
    },
  ],
  [
    'one lender',
    {
      market: {
        ...tiny,
        lenders: [{ ...marketLenders[0], share: 1 }],
        economy: economyWith({ search: { quotes: 1 } }),
      },
      institution: builtIn('full-sharing'),
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
      institution: builtIn('market-led'),
      worlds,
    },
  ],
  [
    'long run',
    {
      market: { borrowers: 300, quarters: 90, burnIn: 32 },
      institution: builtIn('dual', { threshold: 0.8, standardsGap: 0.3 }),
      worlds,
    },
  ],
  [
    'nobody is lent to',
    {
      market: { ...tiny, economy: economyWith({ pricing: { cap: 0.05, exploration: 0 } }) },
      institution: builtIn('full-sharing'),
      worlds,
    },
  ],
  ['one borrower', { market: { ...tiny, borrowers: 1 }, institution: builtIn('full-sharing') }],
  ['exactly a page', { market: { ...tiny, borrowers: 4096 }, institution: builtIn('sesame') }],
];

const namesFile = new URL('../golden/ledgers/sums.txt', import.meta.url);
const everySum = [...sumNames, ...lenderSums.map((name) => `lender ${name}`)];
const namedSums = existsSync(namesFile)
  ? readFileSync(namesFile, 'utf8').trim().split('\n')
  : everySum;
const keptSums = inject('renewsGoldens')
  ? namedSums.filter((name) => everySum.includes(name))
  : namedSums;

test('every sum that the goldens hold is still in the ledger', async () => {
  expect(keptSums.filter((name) => !everySum.includes(name))).toEqual([]);
  await expectGolden(`${keptSums.join('\n')}\n`, 'ledgers/sums.txt');
});

test.each([...allBuiltIn, ...variants])(
  '%s gives the ledgers it gave before',
  async (name, given) => {
    const options = given.sanctions === undefined ? {} : { sanctions: given.sanctions };
    const market = marketOf(given.market);
    const ledgers = simulateWorlds(market, given.institution, given.worlds ?? ['actual'], options);
    const lines = Object.values(ledgers).map(
      (ledger) => `${fingerprint(ofSums(ledger, keptSums))} ${headline(ledger)}`,
    );
    await expectGolden(`${lines.join('\n')}\n`, `ledgers/${name.replaceAll(/[^a-z]+/g, '-')}.txt`);
  },
);

/** The ledger with these of its sums and of its lenders' sums alone, in the order given. */
function ofSums(ledger: Ledger, kept: readonly string[]): Ledger {
  return {
    ...ledger,
    sums: columnsOf(ledger.sums, sumNames, kept),
    lenders: columnsOf(
      ledger.lenders,
      lenderSums.map((name) => `lender ${name}`),
      kept,
    ),
  };
}

function columnsOf(table: Float64Array, names: readonly string[], kept: readonly string[]) {
  const places = kept.map((name) => names.indexOf(name)).filter((k) => k >= 0);
  const rows = table.length / names.length;
  return Float64Array.from({ length: rows * places.length }, (_, i) => {
    const row = Math.floor(i / places.length);
    return table[row * names.length + places[i % places.length]];
  });
}

function headline(ledger: Ledger): string {
  const total = (name: SumName) => {
    let sum = 0;
    const k = sumNames.indexOf(name);
    for (let t = 0; t < ledger.quarters; t++) {
      if (counts(ledger, t)) sum += ledger.sums[t * sumNames.length + k];
    }
    return sum;
  };
  const numbers = {
    applications: total('applications'),
    approved: total('approvals') / total('applications'),
    default: (total('cannotPay') + total('willNotPay')) / total('loans'),
    apr: total('apr') / total('loans'),
    welfare: total('welfare') / total('applications'),
    covered: ledger.covered,
  };
  const words = Object.entries(numbers).map(([name, x]) => `${name} ${Number(x.toPrecision(6))}`);
  return [ledger.world, ...words].join('  ');
}
