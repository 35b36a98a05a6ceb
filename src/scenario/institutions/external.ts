import { access } from 'node:fs/promises';
import { UserError, type Problem } from '../../errors.ts';
import { defineInstitution, type Institution } from '../../institutions/index.ts';
import * as kit from '../../institutions/kit.ts';
import { institutionShape, messageOf, misfits } from './shape.ts';

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
  await access(path).catch((error: unknown) => {
    throw new UserError([{ file: path, message: `no module can be read at ${path}` }], {
      cause: error,
    });
  });
  // Loaded only now, since most scenarios name no module.
  const { createJiti } = await import('jiti');
  const jiti = createJiti(import.meta.url, {
    // Without caches nothing is written to the disk, and a changed file is read as it is now.
    fsCache: false,
    moduleCache: false,
    // Else all that a module imports stands behind a proxy, asked anew at each use: a score that calls the kit for every
    // borrower made the whole run take twice as long. `institutionIn` finds the default export itself.
    interopDefault: false,
    virtualModules: { creditlab: kit },
  });
  const loaded = await jiti.import(path).catch((error: unknown) => {
    throw new UserError([whyNotLoaded(path, error)], { cause: error });
  });
  return institutionIn(path, loaded);
}

/** The institution that a loaded module exports: `export default`, `module.exports`, or one in the other. */
function institutionIn(path: string, loaded: unknown): Institution {
  const byDefault = property(loaded, 'default');
  const exported = property(byDefault, 'default') ?? byDefault ?? loaded;
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

/** A member of a value of which nothing is known. */
function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** jiti tells where it could not parse in its message's second line, with columns from 0. */
function whyNotLoaded(path: string, error: unknown): Problem {
  const [message, place = ''] = messageOf(error)
    .split('\n')
    .map((line) => line.trim());
  const position = /:(\d+):(\d+)$/.exec(place);
  if (!position || !message.includes('ParseError')) {
    return { file: path, message: `fails while it is loaded: ${message}` };
  }
  const [, line, column] = position;
  return { file: path, line: Number(line), column: Number(column) + 1, message };
}
