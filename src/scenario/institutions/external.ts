import type { Institution } from '../../institutions/index.ts';
import * as kit from '../../institutions/kit.ts';
import { institutionIn } from './exported.ts';
import { loadModule } from './load-module.ts';

/**
 * An institution from a user's own module: TypeScript or JavaScript, ES module or CommonJS, anywhere
 * on the disk. What it imports from 'creditlab' is this program's own kit.ts, so it need not install
 * anything. A module is read anew at each call.
 *
 * The only file of this folder that knows of Node; the model never imports it.
 *
 * @param path of the module, absolute
 * @throws UserError if the module is missing, does not parse or run, or exports no institution
 */
export async function loadExternalInstitution(path: string): Promise<Institution> {
  const loaded = await loadModule(path, kit);
  return institutionIn(path, loaded);
}
