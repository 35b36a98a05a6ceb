import { UserError } from '../errors.ts';
import type { Institution } from '../institutions/index.ts';
import type { LoadInstitution } from '../scenario/index.ts';
import { institutionIn } from '../scenario/institutions/exported.ts';
import type { Surroundings } from '../scenario/parse.ts';

type LoadModule = Surroundings['load'];

/** How the institutions of a scenario that are no built-in ones are found. */
export interface Loaders {
  /** By what the scenario says, from the file that says it. */
  readonly module: LoadModule;
  /** By the path of its choice, while it is run. */
  readonly institution: LoadInstitution;
}

/**
 * Institutions given as values before those that lie in files.
 *
 * @param given by the path under which a scenario uses them
 */
export function withModules(
  given: Readonly<Record<string, Institution>> = {},
  others: Loaders = noFiles,
): Loaders {
  const givenModule = (path: string) =>
    Object.hasOwn(given, path) ? institutionIn(path, given[path]) : undefined;
  return {
    module: async (reference, from) => {
      const institution = givenModule(reference);
      // Nothing of it is kept, so nothing need tell two of them apart.
      return institution
        ? { path: reference, hash: '', institution }
        : others.module(reference, from);
    },
    institution: async (path) => givenModule(path) ?? others.institution(path),
  };
}

/** Where no file can be read: in a page. */
const noFiles: Loaders = {
  module: (reference) => Promise.reject(noModule(reference)),
  institution: (path) => Promise.reject(noModule(path)),
};

function noModule(path: string): UserError {
  const message = `no module can be read at ${path}`;
  return new UserError([
    { message, hint: `a page reads no files: give modules: { '${path}': … }` },
  ]);
}
