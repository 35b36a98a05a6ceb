import { UserError } from '../errors.ts';
import { defaultOf, loadModule } from '../scenario/index.ts';
import type { LoadedFact } from './tell.ts';
import * as kit from './kit.ts';
import { factIn } from './shape.ts';

/**
 * A fact from a user's own module, as institutions are loaded. What it imports from 'creditlab' is this program's kit.ts.
 *
 * The only file of this folder that knows of Node; the model never imports it.
 *
 * @param path of the module, absolute
 * @throws UserError if the module is missing, does not parse or run, or exports no fact
 */
export async function loadExternalFact(path: string): Promise<LoadedFact> {
  const exported = defaultOf(await loadModule(path, kit));
  if (typeof exported !== 'object' || exported === null || !('id' in exported)) {
    const hint = 'end it with: export default defineFact({ … })';
    throw new UserError([{ file: path, message: 'has no default export that is a fact', hint }]);
  }
  return { fact: factIn(path, exported), file: path };
}
