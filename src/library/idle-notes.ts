import { becomings, type LoadInstitution, type Scenario } from '../scenario/index.ts';
import { idleParticipation } from '../scenario/institutions/resolve.ts';

/**
 * What a scenario says of who participates that changes nothing, at the beginning and in phases: lenders named that must
 * contribute anyway. A phase that leaves participation as it was has nothing to add.
 */
export async function idleNotes(
  { institutions, lenders }: Pick<Scenario, 'institutions' | 'lenders'>,
  load: LoadInstitution,
): Promise<string[]> {
  const all = { lenders, institutions: institutions.flatMap(becomings) };
  return [...new Set(await idleParticipation(all, load))];
}
