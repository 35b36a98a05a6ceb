import { loadExternalInstitution } from '../scenario/institutions/external.ts';
import { loadHere, modulePaths, requireBuiltIns } from '../scenario/institutions/load-here.ts';
import type { InstitutionChoice, LoadInstitution, Pulse } from '../scenario/index.ts';

/** Whether some code of a module's decides what an institution does, now or later. */
export function isOfModule(choice: InstitutionChoice): boolean {
  return modulePaths(choice).length > 0;
}

/** How a thread loads what its job names: a module's job has threads that serve it alone. */
export function loaderFor(choice: InstitutionChoice, pulse?: Pulse): LoadInstitution {
  return isOfModule(choice) ? (path) => loadHere(path, pulse) : loadExternalInstitution;
}

/** After a job: that its module left the built-ins alone. */
export function requireUnchanged(choice: InstitutionChoice): void {
  for (const path of modulePaths(choice)) requireBuiltIns(path);
}
