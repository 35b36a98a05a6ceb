import type { Erasure, Phase } from '../../engine/index.ts';
import type { InstitutionChoice } from '../scenario.ts';

/** An institution as it becomes in a phase: all of it, also what stays as it was. */
export type Becoming = Omit<InstitutionChoice, 'reformOf' | 'phases'>;

/** What changes from a quarter on, as a scenario chooses it. Plain data. */
export interface PhaseChoice extends Pick<
  Phase,
  'from' | 'announced' | 'backfill' | 'leavers' | 'awareness' | 'cap' | 'shock'
> {
  /** Not there where only acts change something. */
  readonly becomes?: Becoming;
  readonly erase?: Erasure;
}

/** An institution and all that it becomes. */
export function becomings(choice: InstitutionChoice): readonly Becoming[] {
  const later = (choice.phases ?? []).flatMap(({ becomes }) => (becomes ? [becomes] : []));
  return [choice, ...later];
}
