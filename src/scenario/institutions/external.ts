import { UserError } from '../../errors.ts';
import { defineInstitution, type Institution } from '../../institutions/index.ts';
import * as kit from '../../institutions/kit.ts';
import { defaultOf, loadModule, property } from './load-module.ts';
import { institutionShape, misfits } from './shape.ts';

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

/** The institution that a loaded module exports: `export default`, `module.exports`, or one in the other. */
function institutionIn(path: string, loaded: unknown): Institution {
  const exported = defaultOf(loaded);
  if (property(exported, 'rules') === undefined && property(exported, 'id') === undefined) {
    throw new UserError([
      {
        file: path,
        message: 'has no default export',
        hint: 'end it with: export default defineInstitution({ … })',
      },
    ]);
  }
  const parsed = institutionShape.safeParse(exported);
  if (parsed.success) return defineInstitution(parsed.data);
  throw new UserError(
    misfits(institutionShape, exported).map((message) => ({ file: path, message })),
  );
}
