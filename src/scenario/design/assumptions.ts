import { Duty, lenderColumns } from '../../institutions/index.ts';
import type { Institution } from '../../institutions/index.ts';
import { institutions as builtIn } from '../../institutions/registry.ts';
import { dutiesOf } from '../institutions/participation.ts';
import type { Scenario } from '../scenario.ts';
import type { FactorValue } from '../design-types.ts';
import type { Setting } from './settings.ts';

/**
 * The assumptions of a scenario: its numbers that are marked as ours or as calibrated, and that reach the market. What the
 * scenario itself sets to something else is what it asks about, and is held; lenders' shares are drawn, together.
 *
 * A number does not reach the market that belongs to an institution to which nobody may report (its records, their errors
 * and their price), or that only a score shows where there is none.
 *
 * @param institutionOf rules of an institution of the scenario, by its id
 * @param varied values of what the scenario varies, by key: what comes to stand in a place counts there
 */
export function assumptionsOf(
  settings: ReadonlyMap<string, Setting>,
  { institutions, lenders }: Pick<Scenario, 'institutions' | 'lenders'>,
  institutionOf: (id: string) => Institution,
  varied: ReadonlyMap<string, readonly FactorValue[]> = new Map(),
): Setting[] {
  const ids = institutions.map(({ id }) => id);
  const named = (id: string) => (ids.includes(id) ? institutionOf(id) : builtIn[id]);
  const usual = ids.map((id) => {
    const names = varied.get(`${id}.use`)?.map(String) ?? [id];
    const all = names.map((name) => usualRules(named(name), lenders));
    const isIdle = all.every((one) => one.isIdle);
    return { id, isIdle, hasScore: all.some((one) => one.hasScore) };
  });
  const idle = new Set(usual.filter(({ isIdle }) => isIdle).map(({ id }) => id));
  const isScored = usual.some(({ hasScore }) => hasScore);
  const found = [...settings.values()].filter(({ key, target, parameter, value }) => {
    if (!parameter || key.startsWith('every') || !isOurs(parameter.source)) return false;
    if (!isScored && ofScoresOnly(key)) return false;
    if (target.of === 'institutions') {
      if (Object.keys(target.usual).some((id) => idle.has(id))) return false;
    }
    const isShare = target.of === 'lenders' && target.name === 'share';
    return isShare || value === parameter.default;
  });
  // A lender's costs that all have in common are one assumption, not one a lender.
  const shared = [...settings.values()].filter(({ key, target, parameter }) => {
    if (!key.startsWith('everyLender.') || target.of !== 'lenders' || !parameter) return false;
    return lenders.every((lender) => Reflect.get(lender, target.name) === parameter.default);
  });
  const common = new Set(shared.map(({ target }) => 'name' in target && target.name));
  const own = found.filter(({ target }) => !(target.of === 'lenders' && common.has(target.name)));
  const first = own.findIndex(({ target }) => target.of === 'lenders');
  const at = first < 0 ? own.length : first;
  return [...own.slice(0, at), ...shared, ...own.slice(at)];
}

const isOurs = (source: string) => /^(assumption|calibrated)/.test(source);

/** Numbers of the economy that only a score from the footprint shows. */
const ofScoresOnly = (key: string) =>
  key.startsWith('economy.misreporting.') || key === 'economy.strain.footprint';

/** Whether an institution, left as it is, gets no reports at all, and whether it gives a score. */
function usualRules({ parameters, rules }: Institution, lenders: Scenario['lenders']) {
  const usual = Object.entries(parameters).map(([name, { default: value }]) => [name, value]);
  const own = rules(Object.fromEntries(usual));
  const duties = dutiesOf(own, lenderColumns(lenders)).flat();
  const hasScore = [own, ...(own.beside ?? [])].some(({ score }) => score !== undefined);
  return { isIdle: !hasScore && duties.every((duty) => duty === Duty.barred), hasScore };
}
