import { UserError } from '../../errors.ts';
import type { Axis, Design, Factor, Scenario } from '../../scenario/index.ts';

/** What may be changed of a scenario, and over what range. */
export interface FactorSpace {
  readonly factors: readonly Factor[];
  /** Shape (factors). */
  readonly axes: readonly Axis[];
}

/**
 * The factors of a design as axes: what it varies, each value as likely, then what it samples.
 *
 * @throws UserError for a design whose points are a list: its factors have no ranges of their own
 */
export function spaceOf({ factors, varied, zip, sample }: Design): FactorSpace {
  if (zip || sample?.kind === 'file') {
    const message = zip
      ? 'values that go together (zip) cannot be moved one by one'
      : 'points read from a file have no ranges in which one value can be moved';
    const hint = 'name what is to be looked at: --over KEY,KEY or --over assumptions';
    throw new UserError([{ message, hint }]);
  }
  const levers = varied.map((values): Axis => ({ kind: 'list', values }));
  return { factors, axes: [...levers, ...(sample?.axes ?? [])] };
}

/** The space of some of the factors; the others stay where the scenario has them. */
export function subspace(
  { factors, axes }: FactorSpace,
  kept: readonly number[],
  scenario: Pick<Scenario, 'institutions'>,
): FactorSpace {
  return {
    factors: kept.map((i) => factors[i]),
    axes: kept.map((i) => {
      const axis = axes[i];
      if (axis.kind === 'list' || axis.limit?.less === undefined) return axis;
      const { total, less } = axis.limit;
      const place = kept.indexOf(less);
      if (place >= 0) return { ...axis, limit: { total, less: place } };
      return { ...axis, limit: { total: total - ownValue(factors[less], scenario) } };
    }),
  };
}

/** What a number of institutions is in the scenario; the largest, where several have it. */
function ownValue({ target }: Factor, { institutions }: Pick<Scenario, 'institutions'>): number {
  if (target.of !== 'institutions') return 0;
  const values = Object.entries(target.usual).map(([id, usual]) => {
    const choice = institutions.find((one) => one.id === id);
    return Number(choice?.values[target.name] ?? usual);
  });
  return Math.max(0, ...values);
}

/** The part of a scenario that a factor belongs to. */
export function ownerOf({ target }: Factor): 'economy' | 'lenders' | 'institutions' | 'run' {
  if (target.of === 'economy' || target.of === 'lenders' || target.of === 'run') return target.of;
  return 'institutions';
}
