import type { Scenario } from '../scenario.ts';
import type { Axis, Factor } from '../design-types.ts';
import { quartersOnFile } from '../choices.ts';
import type { ValueRange } from './values.ts';
import type { Setting } from './settings.ts';

/** The axis of a number that may lie anywhere where its passport says that it plausibly does. */
export function plausibleAxis({ parameter }: Setting): Axis | undefined {
  if (parameter?.plausible === undefined) return undefined;
  if (parameter.kind === 'switch') return { kind: 'list', values: [false, true] };
  const { low, high, scale = 'linear' } = parameter.plausible;
  return { kind: 'range', low, high, scale, whole: parameter.kind === 'integer' };
}

export function rangeAxis(
  { parameter }: Setting,
  { from, to, scale = 'linear' }: ValueRange,
): Axis {
  return { kind: 'range', low: from, high: to, scale, whole: parameter?.kind === 'integer' };
}

/**
 * The axes with the limits that numbers set each other: records must not reach further back than record maps do, nobody
 * asks more lenders than there are, and a loan must end within the run.
 *
 * @param factors all of the design, varied ones first
 * @param first place of the first axis among them
 */
export function limited(
  axes: readonly Axis[],
  factors: readonly Factor[],
  first: number,
  scenario: Pick<Scenario, 'quarters' | 'burnIn' | 'lenders' | 'institutions'>,
): Axis[] {
  return axes.map((axis, i): Axis => {
    if (axis.kind !== 'range') return axis;
    const { target, key } = factors[first + i];
    if (key === 'economy.search.quotes') {
      return { ...axis, limit: { total: scenario.lenders.length } };
    }
    if (key === 'economy.loan.term') {
      return { ...axis, limit: { total: scenario.quarters - scenario.burnIn } };
    }
    if (target.of !== 'institutions' || !target.name.startsWith('retention')) return axis;
    const ids = Object.keys(target.usual);
    const less = factors.findIndex(
      ({ target: other }) =>
        other.of === 'institutions' &&
        other.name === 'lag' &&
        ids.some((id) => Object.hasOwn(other.usual, id)),
    );
    if (less >= 0) return { ...axis, limit: { total: quartersOnFile, less } };
    const lags = scenario.institutions.map(({ id, values }) =>
      ids.includes(id) ? Number(values['lag'] ?? 0) : 0,
    );
    return { ...axis, limit: { total: quartersOnFile - Math.max(...lags) } };
  });
}
