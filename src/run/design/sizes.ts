import { codeFingerprint } from '../fingerprint.ts';
import { pointsIn, sizesOf, type Sizes } from './replicate-tasks.ts';
import { interleaved, scenarioAt } from '../../scenario/design/index.ts';
import type { Scenario } from '../../scenario/index.ts';

/** Points that are looked at for how much memory a market may take. */
const lookedAt = 200;

/** Scenarios of a design's points, spread over it, one of them as large as any number of borrowers and term makes it. */
export function samplePoints(scenario: Scenario): Scenario[] {
  if (!scenario.design) return [scenario];
  const points = pointsIn(scenario);
  const some: Scenario[] = [];
  for (const index of interleaved(points.count)) {
    if (some.length === lookedAt) break;
    some.push(scenarioAt(scenario, points.at(index)));
  }
  const largest = (of: (one: Scenario) => number) => Math.max(...some.map(of));
  const [first] = some;
  const term = largest(({ economy }) => economy.loan.term);
  const economy = { ...first.economy, loan: { ...first.economy.loan, term } };
  return [...some, { ...first, economy, borrowers: largest(({ borrowers }) => borrowers) }];
}

/** Jobs of a scenario, equal ones counted once. They are as many in each replicate. */
export function jobCount(scenario: Scenario): number {
  return known(scenario).jobs * scenario.replicates;
}

/** Points with different values. */
export function pointCount(scenario: Scenario): number {
  return known(scenario).points;
}

const sizes = new WeakMap<Scenario, Sizes>();

/** A plan is told in several lines: what is counted is counted once. */
function known(scenario: Scenario): Sizes {
  const counted = sizes.get(scenario) ?? sizesOf(scenario, codeFingerprint());
  sizes.set(scenario, counted);
  return counted;
}
