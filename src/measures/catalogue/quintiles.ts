import { type Ledger, quintileCounts, traitNames } from '../../engine/index.ts';
import { proportion, type Measure } from '../measure.ts';

const quintiles = [1, 2, 3, 4, 5] as const;
type Trait = (typeof traitNames)[number];
type Count = (typeof quintileCounts)[number];

/** Access by latent trait: who is let in when lenders cannot see who one is. */
export const byQuintile: readonly Measure[] = traitNames.flatMap((trait) => [
  ...quintiles.map((quintile): Measure => ({
    id: `approval-${trait}-q${quintile}`,
    title: `Approval rate, ${trait} quintile ${quintile}`,
    unit: 'share of applications',
    range: proportion,
    better: 'neither',
    population: `among applications of borrowers in quintile ${quintile} of ${trait} (1 = lowest)`,
    source: 'definition: approvals / applications',
    series: false,
    of: (ledger) => {
      const applications = count(ledger, trait, quintile, 'applications');
      return applications === 0 ? NaN : count(ledger, trait, quintile, 'approvals') / applications;
    },
  })),
  {
    id: `access-inequality-${trait}`,
    title: `Inequality of access by ${trait}`,
    unit: 'concentration index, −0.8..0.8',
    range: [-0.8, 0.8],
    better: 'neither',
    population: `among applications, ranked by quintile of ${trait}`,
    source:
      'Kakwani, Wagstaff & van Doorslaer 1997; 0 = equal, positive = approvals go to the upper quintiles',
    series: false,
    of: (ledger) =>
      concentrationIndex(
        quintiles.map((quintile) => count(ledger, trait, quintile, 'applications')),
        quintiles.map((quintile) => count(ledger, trait, quintile, 'approvals')),
      ),
  },
]);

function count(ledger: Ledger, trait: Trait, quintile: number, what: Count): number {
  const row = traitNames.indexOf(trait) * quintiles.length + quintile - 1;
  return ledger.quintiles[row * quintileCounts.length + quintileCounts.indexOf(what)];
}

/**
 * Concentration index of an outcome over ranked groups: (2 / mean)·Σ share·rate·midrank − 1.
 * 0 when every group has the same rate; positive when the upper groups have more.
 *
 * Kakwani, Wagstaff & van Doorslaer (1997), Journal of Econometrics 77, 87–103.
 *
 * @param people size of each group, lowest first, ≥ 0.
 * @param outcomes how many of each have the outcome.
 * @returns NaN when nobody is there or nobody has it.
 */
export function concentrationIndex(people: readonly number[], outcomes: readonly number[]): number {
  const everyone = people.reduce((a, b) => a + b, 0);
  const having = outcomes.reduce((a, b) => a + b, 0);
  if (everyone === 0 || having === 0) return NaN;
  let below = 0;
  let weighted = 0;
  for (const [group, size] of people.entries()) {
    const midrank = (below + size / 2) / everyone;
    weighted += (outcomes[group] / having) * midrank;
    below += size;
  }
  return 2 * weighted - 1;
}
