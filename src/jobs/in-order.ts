import { worlds } from '../engine/index.ts';
import { byCode } from '../replicates/index.ts';
import type { Scenario } from '../scenario/index.ts';

/** One scenario has one order of the record: what is known of that stays known. */
const ordered = new WeakMap<Scenario, Scenario>();

/**
 * The scenario in the order of the record: institutions by id, worlds from actual to full information.
 * Numbers do not depend on the order in which a scenario names them, so neither do the files.
 */
export function inOrderOfRecord(scenario: Scenario): Scenario {
  const known = ordered.get(scenario);
  if (known) return known;
  const made = {
    ...scenario,
    institutions: scenario.institutions.toSorted((a, b) => byCode(a.id, b.id)),
    worlds: worlds.filter((world) => world === 'actual' || scenario.worlds.includes(world)),
  };
  ordered.set(scenario, made);
  ordered.set(made, made);
  return made;
}
