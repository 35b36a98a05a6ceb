import type { Institution } from '../../institutions/index.ts';
import { hashOfModule } from '../module-hash.ts';
import { hosted } from '../modules/host.ts';
import { institutionShape } from './shape.ts';
import { requireLoadable } from './load-module.ts';

/** What a module says of itself, as it comes from its thread. */
const itself = institutionShape.omit({ rules: true });

/** Modules that are being served, by path and hash of their source: what is asked again is the same. */
const serving = new Map<string, Promise<Institution>>();

/**
 * An institution from a user's own module: TypeScript or JavaScript, ES module or CommonJS, anywhere
 * on the disk. What it imports from 'creditlab' is this program's own kit.ts, so it need not install
 * anything. It is never imported here: a thread of its own runs it, and what comes from there is data. A module that was
 * changed is read anew.
 *
 * @param path of the module, absolute
 * @throws UserError if the module is missing, does not parse or run, exports no institution, reads files, or changes what
 *   others compute with
 */
export async function loadExternalInstitution(path: string): Promise<Institution> {
  await requireLoadable(path);
  const key = `${path} ${hashOfModule(path)}`;
  const known = serving.get(key) ?? hosted(path, (said) => itself.parse(said));
  serving.set(key, known);
  return known.catch((error: unknown) => {
    serving.delete(key);
    throw error;
  });
}
