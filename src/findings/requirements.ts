import { level, type Samples } from '../replicates/index.ts';
import type { Requirement, Scenario } from '../scenario/index.ts';

/** Markets with fewer loans than this an application are frozen. */
const fewestLoans = 0.01;

/** Whether a market of an institution lends so little that nothing else about it means anything. */
export function isFrozen(samples: Samples, institution: string): boolean {
  const approved = meanOf(samples, institution, 'actual', 'approval-rate');
  const taken = meanOf(samples, institution, 'actual', 'take-up-rate');
  return lendsTooLittle(approved, taken);
}

/** Whether approvals and the share of them that is taken up make so few loans that a market is frozen. */
export function lendsTooLittle(approved: number, taken: number): boolean {
  return !(approved * taken >= fewestLoans);
}

/**
 * The first requirement that a point does not meet, in words; undefined if it meets all.
 *
 * A lender loses for ever if the upper end of the 95% interval of its return on the amount lent is below 0; with one
 * replicate, which has no interval, if a lender with many loans loses.
 */
export function unmet(
  samples: Samples,
  { institutions, lenders }: Pick<Scenario, 'institutions' | 'lenders'>,
  requirements: readonly Requirement[],
): string | undefined {
  for (const requirement of requirements) {
    for (const { id } of institutions) {
      if (requirement.kind === 'lends') {
        if (isFrozen(samples, id)) return `the market of ${id} froze`;
      } else if (requirement.kind === 'no-lender-loses') {
        const loser = lenders.find((lender) => losesForEver(samples, id, lender.id));
        if (loser) return `${loser.id} loses for ever under ${id}`;
      } else {
        const { measure, world, institution = id, min = -Infinity, max = Infinity } = requirement;
        const value = meanOf(samples, institution, world, measure);
        if (Number.isNaN(value)) return `${measure} of ${institution} is not defined`;
        if (value < min) return `${measure} of ${institution} is below ${min}`;
        if (value > max) return `${measure} of ${institution} is above ${max}`;
      }
    }
  }
  return undefined;
}

function losesForEver(samples: Samples, institution: string, lender: string): boolean {
  const returns = samples.values(institution, 'actual', `lender-return@${lender}`);
  const { n, mean, high } = level({}, returns);
  if (n > 1) return high < 0;
  return mean < 0 && meanOf(samples, institution, 'actual', 'lender-worst-profit') < 0;
}

function meanOf(samples: Samples, institution: string, world: string, measure: string): number {
  return level({}, samples.values(institution, world, measure)).mean;
}
