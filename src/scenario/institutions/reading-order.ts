import { institutions } from '../../institutions/registry.ts';
import type { InstitutionChoice } from '../scenario.ts';

/** Institutions as people read them: built-in ones as they are listed, each before its variants, then the user's own. */
export function inReadingOrder(choices: readonly InstitutionChoice[]): InstitutionChoice[] {
  return choices.toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

function rank({ id, from }: InstitutionChoice): number {
  const ids = Object.keys(institutions);
  if (from.kind !== 'built-in') return 2 * ids.length;
  return 2 * ids.indexOf(from.id) + (id === from.id ? 0 : 1);
}
