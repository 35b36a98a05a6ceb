import type { Market, MarketInstitution } from '../../engine/index.ts';
import { simulate } from '../../engine/running/index.ts';
import { valuesIn } from '../../measures/index.ts';
import { unawareBeliefs } from '../beliefs.ts';
import type { Experiment } from '../experiment.ts';

/**
 * The remedies of the paper, each alone, in pairs and together, at three strengths: `creditlab experiment remedies` does plain
 * runs of all of them (run/answers/remedies.ts). Of one market it tells welfare.
 */
export const remedies: Experiment = {
  id: 'remedies',
  title: 'What the remedies are worth',
  about:
    'law, one data standard and publicity, each alone, in pairs and together, at three strengths',
  source: 'Xu, Guo & Li, sections 5.1 to 5.3',
  measures: [
    {
      id: 'remedies:welfare',
      title: 'Welfare',
      unit: 'mean loans an application',
      better: 'higher',
      population: 'among all applications of the counted quarters',
      source: 'model §9.1',
      series: false,
    },
  ],
  observe(market: Market, institution: MarketInstitution) {
    const ledger = simulate(market, institution, 'actual', unawareBeliefs(market, institution));
    const { welfare } = valuesIn(ledger, ['welfare']);
    return [{ world: 'actual', measure: 'remedies:welfare', at: null, value: welfare }];
  },
};
