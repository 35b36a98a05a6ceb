import { defineFact } from '../../fact.ts';
import {
  contributors,
  defineInstitution,
  readers,
  recordParameters,
  recordRules,
} from '../../../institutions/index.ts';

/** Full sharing in which nobody sees open loans. */
const withoutBalances = defineInstitution({
  id: 'full-without-balances',
  label: 'Full sharing without balances',
  facts: {
    representative: 'no country: a benchmark',
    mechanism: 'all lenders open their records of closed loans to each other',
    purpose: 'shows what seeing open loans does',
    openness: 'high: all lenders, defaults and repaid loans',
    dataSources: 'all lenders',
    character: 'mandatory, without errors or fees',
  },
  parameters: recordParameters(),
  rules: (p) => ({
    contributes: contributors('must'),
    access: readers({ level: () => 'full-without-balances', fee: p.fee }),
    ...recordRules(p),
  }),
});

export const exposureMatters = defineFact({
  id: 'exposure-matters',
  title: 'Seeing balances lowers default',
  source: 'Bizer & DeMarzo 1992; Bennardo, Pagano & Piccolo 2015',
  kind: 'theory',
  band: '-',
  unit: 'default, full less full without balances',
  population: 'loans taken',
  value: '-',
  fitted: false,
  needs: { full: { institution: 'full-sharing' }, blind: { institution: withoutBalances } },
  of: ({ full, blind }) => full.measure('default-rate') - blind.measure('default-rate'),
});
