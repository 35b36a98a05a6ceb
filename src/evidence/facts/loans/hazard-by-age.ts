import { defineFact } from '../../fact.ts';
import type { Seen } from '../../seen.ts';
import { mean } from '../../../math/statistics.ts';

/** Share of the loans alive that default at each instalment, over the quarters counted. */
function hazardsOf({ ledger, sum }: Seen): number[] {
  const { ages, term, burnIn, quarters } = ledger;
  let alive = sum('loans');
  return Array.from({ length: term }, (_, x) => {
    let defaults = 0;
    for (let quarter = burnIn; quarter <= quarters - term; quarter++) {
      const at = (quarter * term + x) * 2;
      defaults += ages[at] + ages[at + 1];
    }
    const hazard = defaults / alive;
    alive -= defaults;
    return hazard;
  });
}

export const hazardByAge = defineFact({
  id: 'hazard-by-age',
  title: 'Defaults by age of the loan: a rise, then flat',
  source: 'LendingClub: .005 .010 .013 .013 .013 .014 .013 .014 .014 .014 .011 .009 a quarter',
  kind: 'published',
  band: [0.2, 0.9],
  unit: 'hazard of the first quarter over the mean of the rest',
  population: '36-month loans',
  value: 0.5,
  fitted: false,
  how: 'where the model front-loads refusal it misses this: say so',
  needs: { market: { institution: 'market-led' } },
  of: ({ market }) => {
    const [first, ...rest] = hazardsOf(market);
    return first / mean(rest);
  },
});
