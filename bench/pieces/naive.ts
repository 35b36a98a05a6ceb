import { createInstitution } from '../naive/institution.ts';
import { defaultEconomy, defaultLenders } from '../naive/parameters.ts';
import { simulate } from '../naive/simulate.ts';
import { seedKey } from '../../src/random/seed.ts';
import { clocked, type Task } from '../measurement.ts';
import { averages } from './market.ts';

/** The baseline's economy written straight from docs/model.md, for a reader's eye. Work: borrower-quarters. */
export function naive({ borrowers, quarters, institution }: Task) {
  const run = (people: number, seed: number) =>
    simulate({
      ...{ borrowers: people, quarters, burnIn: 0, seed: seedKey('bench', seed) },
      ...{ economy: defaultEconomy, lenders: defaultLenders },
      institution: createInstitution(institution, defaultLenders),
      ...{ world: 'actual', sanctions: 'held' },
    });
  run(Math.min(500, borrowers), 1);
  return clocked(borrowers * quarters, () => {
    const { sums } = run(borrowers, 0).ledger;
    return averages((name) => sums[name].reduce((sum, x) => sum + x, 0));
  });
}
