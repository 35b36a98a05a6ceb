import type { InstitutionChoice } from '../scenario.ts';
import type { Becoming, PhaseChoice } from '../scenario.ts';

/**
 * Reforms as entries of `reforms`, every number stated; undefined where there are none.
 *
 * @param entryOf an institution as an entry of `institutions`
 */
export function printReforms(
  reforms: readonly InstitutionChoice[],
  entryOf: (choice: Becoming) => object,
): readonly object[] | undefined {
  if (reforms.length === 0) return undefined;
  return reforms.map(({ id, label, phases = [] }) => ({
    as: id,
    label,
    phases: phases.map((phase) => printPhase(phase, entryOf)),
  }));
}

function printPhase(
  { from, announced, becomes, erase, ...acts }: PhaseChoice,
  entryOf: (choice: Becoming) => object,
) {
  const everything = erase && erase.incomeFifths === undefined && erase.atMost === undefined;
  return {
    from,
    announced,
    become: becomes && entryOf(becomes),
    ...acts,
    erase: everything ? 'all' : erase,
  };
}
