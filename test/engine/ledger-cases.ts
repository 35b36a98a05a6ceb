import {
  worlds,
  type Market,
  type MarketInstitution,
  type Sanctions,
  type World,
} from '../../src/engine/index.ts';
import { institutions } from '../../src/institutions/registry.ts';
import { marketLenders } from '../institutions/markets.ts';
import { economyWith, builtIn } from './market.ts';

/** The markets whose ledgers are goldens: one of every institution, then economies and rules at their edges. */

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

export const allBuiltIn = Object.keys(institutions).map((id): [string, Case] => [
  id,
  {
    market: { ...tiny, borrowers: 1500, economy: economyWith(early) },
    institution: builtIn(id),
    worlds,
  },
]);

export const variants: readonly [string, Case][] = [
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
