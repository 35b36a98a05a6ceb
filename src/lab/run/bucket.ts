import type { World } from '../../engine/index.ts';
import type { Value } from '../../jobs/work.ts';
import { betweenWorlds } from '../../measures/index.ts';

/** The worlds that a bucket is filled from. */
export const bucketWorlds: readonly World[] = [
  ...(['actual', 'types-visible', 'action-contractible', 'full-information'] as const),
];

/** What a town's credit is worth, in shares of a mean loan for each application. */
export interface Bucket {
  /** To borrowers, to lenders, and what the institution keeps: they add up to the surplus. */
  readonly borrowers: number;
  readonly lenders: number;
  readonly institution: number;
  /** What hidden action costs: its two ends, the lower first. */
  readonly leak: readonly [number, number];
}

/** The bucket of a town that lives in a world, from the numbers of all four. */
export function bucketOf(values: readonly Value[], world: World): Bucket {
  const read = (measure: string, of: string = world) =>
    values.find((one) => one.measure === measure && one.world === of && one.quarter === null)
      ?.value ?? NaN;
  const [hidden, visible] = ['contracting-hidden', 'contracting-visible'].map((one) =>
    read(one, betweenWorlds),
  );
  // Where lenders see types, what contracts on action change is what they change there.
  const ends = world === 'types-visible' ? [visible] : [hidden, visible];
  return {
    borrowers: read('borrower-surplus'),
    lenders: read('lender-surplus'),
    institution: read('institution-revenue') - read('institution-cost'),
    leak: [Math.min(...ends), Math.max(...ends)],
  };
}
