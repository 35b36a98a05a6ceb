import { UserError, type Problem } from '../../src/errors.ts';
import { institutions } from '../../src/institutions/registry.ts';
import type { Overrides } from '../../src/scenario/overrides.ts';
import { parseScenario, type Surroundings } from '../../src/scenario/parse.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

/** Texts by name stand for files; the module `./mine.ts` is the negative-only institution under another id. */
export function surroundings(files: Readonly<Record<string, string>> = {}): Surroundings {
  return {
    read: (reference) => {
      const text = files[reference];
      if (text === undefined) throw new UserError([{ message: `there is no ${reference}` }]);
      return { name: reference, text };
    },
    load: (reference) => {
      if (reference !== './mine.ts') throw new UserError([{ message: `there is no ${reference}` }]);
      const institution = { ...institutions['negative-only'], id: 'mine', label: 'Mine' };
      return Promise.resolve({ path: '/somewhere/mine.ts', hash: 'abc', institution });
    },
  };
}

/** A market with two lenders and nothing else. */
export const small = `
version: 1
title: Small
question: What is a small market like?
source: none
lenders:
  - { id: left, kind: bank, share: 0.5 }
  - { id: right, kind: internet, share: 0.5 }
economy: { search: { quotes: 2 } }
institutions: [none, full-sharing]
`;

/** Parses a text called `here.yaml`. */
export function parse(
  text: string,
  files: Readonly<Record<string, string>> = {},
  overrides: Overrides = {},
): Promise<Scenario> {
  return parseScenario({ name: 'here.yaml', text }, surroundings(files), overrides);
}

/** The problems that parsing finds; none if it succeeds. */
export async function problemsIn(
  text: string,
  files: Readonly<Record<string, string>> = {},
  overrides: Overrides = {},
): Promise<readonly Problem[]> {
  try {
    await parse(text, files, overrides);
    return [];
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
}
