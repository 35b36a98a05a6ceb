import { access } from 'node:fs/promises';
import { messageOf, UserError, type Problem } from '../../errors.ts';

let areRefused = false;

/** From now on no module is run in this process: for those who open what strangers wrote. */
export function refuseModules(): void {
  areRefused = true;
}

/** @throws UserError if there is no module, or modules are refused */
export async function requireLoadable(path: string): Promise<void> {
  if (areRefused) {
    const message = 'is a module, whose code would be run; --no-modules refuses that';
    throw new UserError([{ file: path, message }]);
  }
  await access(path).catch((error: unknown) => {
    throw new UserError([{ file: path, message: `no module can be read at ${path}` }], {
      cause: error,
    });
  });
}

/**
 * A user's own module: TypeScript or JavaScript, ES module or CommonJS, anywhere on the disk, read anew at each call.
 *
 * @param path of the module, absolute
 * @param kit what it gets from `import … from 'creditlab'`, so that it need not install anything
 * @throws UserError if the module is missing, does not parse or run
 */
export async function loadModule(path: string, kit: object): Promise<unknown> {
  await requireLoadable(path);
  // Loaded only now, since most scenarios name no module.
  const { createJiti } = await import('jiti');
  const jiti = createJiti(import.meta.url, {
    // Without caches nothing is written to the disk, and a changed file is read as it is now.
    fsCache: false,
    moduleCache: false,
    // Else all that a module imports stands behind a proxy, asked anew at each use: a score that calls the kit for every
    // borrower made the whole run take twice as long. `defaultOf` finds the default export itself.
    interopDefault: false,
    virtualModules: { creditlab: kit },
  });
  return jiti.import(path).catch((error: unknown) => {
    throw new UserError([whyNotLoaded(path, error)], { cause: error });
  });
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
