import type { Market, MarketInstitution } from '../../engine/index.ts';
import { simulate } from '../../engine/running/index.ts';
import { lendersOf, ofLender, valuesIn } from '../../measures/index.ts';
import { unawareBeliefs } from '../beliefs.ts';
import type { Experiment } from '../experiment.ts';

/** Ids of what a market tells of the joining game. */
export const joiningMeasures = { profit: 'joining:profit', welfare: 'joining:welfare' } as const;

const population =
  'among all applicants of the counted quarters, the coalition in place from the first quarter on';

/** The profit of a lender, by its number in market order. */
export const profitOf = (lender: number) => `${joiningMeasures.profit}@${lender}`;

/**
 * Who joins: what each lender earns under one coalition of lenders. `creditlab experiment joining` does it under every
 * coalition of those that have the choice, and at several fees (run/answers/joining.ts).
 */
export const joining: Experiment = {
  id: 'joining',
  title: 'Who joins',
  about:
    'which lenders would join a voluntary institution, at which fee, and which coalition a planner would choose',
  source: 'Pagano & Jappelli (1993); Bouckaert & Degryse (2006)',
  measures: [
    {
      id: joiningMeasures.profit,
      title: 'Profit of a lender',
      unit: 'mean loans',
      better: 'higher',
      population,
      source: 'model §9.1: expected profit of its loans, fees paid',
      series: false,
    },
    {
      id: joiningMeasures.welfare,
      title: 'Welfare',
      unit: 'mean loans an application',
      better: 'higher',
      population,
      source: 'model §9.1',
      series: false,
    },
  ],
  observe(market: Market, institution: MarketInstitution) {
    // Nothing here is read from tables, and a game has hundreds of markets.
    const options = { ...unawareBeliefs(market, institution), tables: false };
    const ledger = simulate(market, institution, 'actual', options);
    const { welfare } = valuesIn(ledger, ['welfare']);
    const world = 'actual';
    return [
      { world, measure: joiningMeasures.welfare, at: null, value: welfare },
      ...lendersOf(ledger).map((lender) => ({
        ...{ world, measure: profitOf(lender), at: null },
        value: ofLender(ledger, lender, 'profit'),
      })),
    ];
  },
};
