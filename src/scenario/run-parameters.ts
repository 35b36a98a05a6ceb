import { whole } from '../parameters.ts';

const choice = 'choice of the run, not a claim about the world';

/** Passports of the size of a run. Scenarios set them at the top level. */
export const runParameters = {
  borrowers: whole(20_000, [100, 100_000_000], 'borrowers', {
    about: 'synthetic borrowers in one market; fewer than a hundred are no market',
    source: choice,
  }),
  quarters: whole(64, [1, 1000], 'quarters', {
    about: 'length of a run, the burn-in included; at least the burn-in and the term of a loan',
    source: choice,
  }),
  burnIn: whole(32, [0, 999], 'quarters', {
    about: 'first quarters, not counted in outcomes, while lenders learn',
    source: choice,
  }),
  replicates: whole(20, [1, 10_000], 'replicates', {
    about: 'repetitions with other people and other luck; one gives no interval',
    source: choice,
  }),
} as const;
