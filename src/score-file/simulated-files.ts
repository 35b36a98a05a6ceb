import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { fileFields, observeApplicants } from '../experiments/index.ts';
import { ficoModel, ficoParameters } from '../scores/index.ts';
import { loadExternalInstitution } from '../scenario/institutions/external.ts';
import { marketInstitutionOf } from '../scenario/institutions/resolve.ts';
import { defaultsOf } from '../parameters.ts';
import { seedKey } from '../random/seed.ts';
import { csv } from '../text/csv.ts';
import { replaceFile } from '../folder/index.ts';
import { loadScenario } from '../scenario/load.ts';
import { didYouMean } from '../suggest.ts';

/**
 * Runs a scenario's first replicate under one of its institutions and writes the credit file of each
 * applicant, as the largest lender found it when the borrower last applied. Borrowers without a loan on
 * file are left out; so are those beyond the first ten pages of a large market.
 *
 * @returns the path of the file, in the columns of the FICO-like score.
 * @throws UserError if the scenario does not hold the institution.
 */
export async function writeSimulatedFiles(name: string, institution: string): Promise<string> {
  const scenario = await loadScenario(name);
  const choice = scenario.institutions.find(({ id }) => id === institution);
  if (!choice) {
    const hint = didYouMean(
      institution,
      scenario.institutions.map(({ id }) => id),
    );
    const message = `--institution: "${institution}" is not in scenario ${scenario.id}`;
    throw new UserError([{ message, hint }]);
  }
  const marketInstitution = await marketInstitutionOf(
    choice,
    scenario.lenders,
    loadExternalInstitution,
  );
  const { borrowers, quarters, burnIn, economy, lenders } = scenario;
  const seed = seedKey(scenario.seed, 0);
  const largest = lenders.reduce(
    (best, { share }, j) => (share > lenders[best].share ? j : best),
    0,
  );
  const seen = observeApplicants(
    { borrowers, quarters, burnIn, seed, economy, lenders },
    marketInstitution,
    largest,
  );
  const last = new Map<number, number>();
  for (let i = 0; i < seen.n; i++) if (seen.length[i] > 0) last.set(seen.borrower[i], i);
  const columns = ['id', ...ficoModel(defaultsOf(ficoParameters)).columns.map(({ id }) => id)];
  const rows = [...last]
    .sort(([a], [b]) => a - b)
    .map(([borrower, i]) => {
      const values = fileFields.map((field) => seen[field][i]);
      return Object.fromEntries(
        columns.map((column, c) => [column, c === 0 ? `borrower-${borrower}` : values[c - 1]]),
      );
    });
  const path = join('output', 'score', `${scenario.id}-${institution}.csv`);
  replaceFile(path, csv(columns, rows));
  return path;
}
