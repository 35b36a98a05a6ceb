import { UserError } from '../../errors.ts';
import type { Institution } from '../../institutions/index.ts';
import * as kit from '../../institutions/kit.ts';
import { becomings, type InstitutionChoice } from '../scenario.ts';
import { originsOf } from './origins.ts';
import { institutionIn } from './exported.ts';
import { loadModule } from './load-module.ts';
import { watchBuiltIns } from '../modules/built-ins.ts';
import { requirePlainImports } from '../modules/imports.ts';
import { withPulse, type Pulse } from '../modules/pulse.ts';

/** Of this thread, before it loaded anything of a user's. */
const changedBuiltIn = watchBuiltIns();

/**
 * A user's module in this thread, which must serve it alone.
 *
 * @param pulse shows whether its rules run
 * @throws UserError if it cannot be used, reads files, or changes a built-in
 */
export async function loadHere(path: string, pulse?: Pulse): Promise<Institution> {
  requirePlainImports(path);
  // Code at a module's top runs at once, and may wait for something that comes later: the caller gives it time.
  const loaded = await loadModule(path, kit);
  const institution = institutionIn(path, loaded);
  requireBuiltIns(path);
  return pulse ? withPulse(institution, pulse) : institution;
}

/** @throws UserError if a module that this thread has loaded changed a built-in since */
export function requireBuiltIns(path: string): void {
  const changed = changedBuiltIn();
  if (changed === undefined) return;
  const message = `changes the built-in ${changed}, with which others compute`;
  throw new UserError([
    { file: path, message, hint: 'keep what you need in a function of your own' },
  ]);
}

/** The modules whose code decides what an institution does. */
export function modulePaths(choice: InstitutionChoice): string[] {
  const origins = becomings(choice).flatMap(({ from }) => originsOf(from));
  return origins.flatMap((from) => (from.kind === 'module' ? [from.path] : []));
}
