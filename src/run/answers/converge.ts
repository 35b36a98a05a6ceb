import { movements, type Movement, type Resize, type ValuesAt } from '../../answers/index.ts';
import { UserError } from '../../errors.ts';
import { lendsTooLittle } from '../../findings/index.ts';
import type { Design, Scenario } from '../../scenario/index.ts';
import { askedOf, neededWorlds } from './asked.ts';
import { simulatePoints } from './simulate-points.ts';
import type { MeansFor } from './sensitivity.ts';

/** What is looked at, and of what each pair's difference. */
export const watched = ['welfare', 'default-rate', 'approval-rate', 'apr'] as const;
const ofPairs = 'welfare';
/** What tells whether a market froze, and over how many of its last quarters. */
const lending = ['approval-rate', 'take-up-rate'] as const;
const lastQuarters = 4;

/** Whether the size of a run decides its numbers. */
export interface Convergence {
  readonly resizes: readonly Resize[];
  readonly movements: readonly Movement[];
  readonly valuesAt: ValuesAt;
  /** Of each institution, how many markets of all sizes lent next to nothing in their last counted year. */
  readonly frozen: readonly {
    readonly institution: string;
    readonly count: number;
    readonly all: number;
  }[];
}

/**
 * Runs a scenario in other sizes: a quarter and four times the borrowers, half and twice the counted quarters and the
 * burn-in. The same seeds give the same people and luck as far as both sizes have them.
 *
 * @throws UserError with fewer than two replicates, or fewer than two institutions
 */
export async function runConvergence(
  scenario: Scenario,
  folder: string,
  meansFor: MeansFor,
): Promise<Convergence> {
  const { design: _, ...given } = scenario;
  const { replicates, institutions, reference } = given;
  if (replicates < 2 || institutions.length < 2) {
    const message =
      'needs two replicates and two institutions at least: a change is held against a gap';
    throw new UserError([{ message, hint: '--replicates 6' }]);
  }
  const resizes = resizesOf(given);
  const { borrowers, quarters, burnIn } = given;
  const row = (size: Partial<Pick<Scenario, 'borrowers' | 'quarters' | 'burnIn'>>) => {
    const whole = { borrowers, quarters, burnIn, ...size };
    return [whole.borrowers, whole.quarters, whole.burnIn];
  };
  const rows = [
    row({}),
    ...resizes.map(({ of, to }) => {
      if (of === 'borrowers') return row({ borrowers: to });
      // Counted quarters stay as many when the burn-in changes.
      if (of === 'quarters') return row({ quarters: burnIn + to });
      return row({ burnIn: to, quarters: quarters - burnIn + to });
    }),
  ];
  const factors = (['borrowers', 'quarters', 'burnIn'] as const).map((name) => ({
    key: name,
    target: { of: 'run', name } as const,
  }));
  const design: Design = {
    ...{ factors, varied: [], zip: false, require: [], series: true },
    sample: { kind: 'file', rows },
  };
  const overall = watched.map((id) => askedOf(id, undefined));
  const late = lending.map((id) => ({ ...askedOf(id, undefined), lastQuarters }));
  const asked = [...overall, ...late];
  const rerun = { ...given, worlds: neededWorlds(asked, []), design };
  const means = await meansFor('points', rerun);
  const { values } = await simulatePoints(rerun, design, folder, means, asked);
  const ids = institutions.map(({ id }) => id);
  const read = (m: number, size: number, institution: string) =>
    values[m].values[ids.indexOf(institution)].map((points) => points[size]);
  const places: readonly string[] = watched;
  const valuesAt: ValuesAt = (size, institution, measure) =>
    read(places.indexOf(measure), size, institution);
  const found = movements(ids, reference, watched, ofPairs, resizes, valuesAt);
  const frozen = ids.map((institution) => {
    const lent = rows.flatMap((__, size) => {
      const [approved, taken] = lending.map((___, k) =>
        read(watched.length + k, size, institution),
      );
      return approved.map((one, r) => lendsTooLittle(one, taken[r]));
    });
    return { institution, count: lent.filter(Boolean).length, all: lent.length };
  });
  return { resizes, movements: found, valuesAt, frozen };
}

/** Sizes that a run of this scenario can have; a loan must still end in the counted quarters. */
function resizesOf({ borrowers, quarters, burnIn, economy }: Scenario): Resize[] {
  const counted = quarters - burnIn;
  const all: Resize[] = [
    { of: 'borrowers', from: borrowers, to: Math.round(borrowers / 4) },
    { of: 'borrowers', from: borrowers, to: 4 * borrowers },
    { of: 'quarters', from: counted, to: Math.round(counted / 2) },
    { of: 'quarters', from: counted, to: 2 * counted },
    { of: 'burnIn', from: burnIn, to: Math.round(burnIn / 2) },
    { of: 'burnIn', from: burnIn, to: 2 * burnIn },
  ];
  return all.filter(
    ({ of, from, to }) => to !== from && to >= 1 && (of !== 'quarters' || to >= economy.loan.term),
  );
}
