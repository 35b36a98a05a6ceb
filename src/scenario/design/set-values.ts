import type { Lender } from '../../engine/index.ts';
import type { InstitutionChoice, Scenario } from '../scenario.ts';
import type { FactorValue, FactorTarget } from '../design-types.ts';
import { following, withPhaseValue } from './phase-settings.ts';
import { usualOf } from './occupants.ts';
import { withUse } from './use-settings.ts';

/** A value for a target. */
export type Assignment = readonly [target: FactorTarget, value: FactorValue];

/**
 * The scenario with these values. Lenders' shares that are set stay as they are, and the other shares make up the rest in
 * their old proportions; where all are set they are divided by their sum.
 */
export function withValues<S extends Partial<Scenario>>(
  scenario: S & Pick<Scenario, 'economy' | 'lenders' | 'institutions'>,
  assignments: readonly Assignment[],
): S {
  const economy: Record<string, Record<string, unknown>> = { ...scenario.economy };
  // Groups that nothing is set in are those of the scenario: what is known of them stays known.
  const touched = new Set<string>();
  let { lenders, institutions } = scenario;
  const run: Record<string, unknown> = {};
  const shares = new Set<string>();
  // The institution in a place comes first: the usual values of its numbers hang on it.
  for (const [target, value] of assignments) {
    if (!isFirst(target)) continue;
    institutions = institutions.map((choice) =>
      target.of === 'use'
        ? withUse(choice, target, value, scenario.institutions)
        : withPhaseValue(choice, target, value),
    );
  }
  for (const [target, value] of assignments) {
    if (isFirst(target)) continue;
    if (target.of === 'economy') {
      const { group, name } = target;
      if (!touched.has(group)) economy[group] = { ...economy[group] };
      touched.add(group);
      economy[group][name] = value;
    } else if (target.of === 'lenders') {
      lenders = lenders.map((lender) =>
        target.ids.includes(lender.id) ? { ...lender, [target.name]: value } : lender,
      );
      if (target.name === 'share') for (const id of target.ids) shares.add(id);
    } else if (target.of === 'run') run[target.name] = value;
    else institutions = institutions.map((choice) => withValue(choice, target, value));
  }
  const { sanctions, ...size } = run;
  const plain: S & Record<string, unknown> = { ...scenario, ...size };
  // Written down only where it is not the rule, as everywhere.
  if (sanctions === 'held') delete (plain as Record<string, unknown>)['sanctions'];
  else if (sanctions !== undefined) (plain as Record<string, unknown>)['sanctions'] = sanctions;
  const settled = shares.size > 0 ? sharedOut(lenders, shares) : lenders;
  return { ...plain, economy, lenders: settled, institutions };
}

/** Which institution stands in a place, and whether a phase erases: other values hang on it. */
function isFirst(target: FactorTarget): target is Extract<FactorTarget, { of: 'use' | 'phases' }> {
  return target.of === 'use' || (target.of === 'phases' && target.name === 'erase');
}

function withValue(
  choice: InstitutionChoice,
  target: Extract<FactorTarget, { of: 'institutions' | 'participation' | 'phases' }>,
  value: FactorValue,
): InstitutionChoice {
  if (target.of === 'phases') return withPhaseValue(choice, target, value);
  const { reformOf: own = choice.id } = choice;
  if (target.of === 'participation') {
    if (own !== target.id) return choice;
    if (typeof value === 'object') return { ...choice, participation: value.toSorted() };
    return { ...choice, participation: Number(value) };
  }
  if (!Object.hasOwn(target.usual, own)) return choice;
  // Where another one has come to stand there, a number that this does not have is not set.
  const there = usualOf(choice) ?? { [target.name]: target.usual[own] };
  if (!Object.hasOwn(there, target.name)) return choice;
  const { [target.name]: before, ...others } = choice.values;
  const isUsual = value === there[target.name];
  const set = typeof value === 'boolean' ? value : Number(value);
  const next = following(choice, target.name, before, isUsual ? undefined : set);
  return { ...next, values: isUsual ? others : { ...others, [target.name]: set } };
}

function sharedOut(lenders: readonly Lender[], set: ReadonlySet<string>): Lender[] {
  const sum = (some: readonly Lender[]) => some.reduce((total, { share }) => total + share, 0);
  const fixed = sum(lenders.filter(({ id }) => set.has(id)));
  const rest = sum(lenders.filter(({ id }) => !set.has(id)));
  return lenders.map((lender) => {
    if (rest === 0) return { ...lender, share: lender.share / fixed };
    return set.has(lender.id) ? lender : { ...lender, share: (lender.share * (1 - fixed)) / rest };
  });
}
