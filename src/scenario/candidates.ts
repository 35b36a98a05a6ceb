import {
  readCombination,
  type Combination,
  type TierCandidate,
} from './institutions/combinations.ts';
import { declaredInstitution } from './institutions/declared.ts';
import { institutions } from '../institutions/registry.ts';
import type { Institution } from '../institutions/index.ts';
import { didYouMean } from '../suggest.ts';
import type { Path } from './yaml/document.ts';
import type { Draft } from './draft.ts';
import { choiceSchema, namelessSchema, type Choice } from './file.ts';
import { readAround } from './reading.ts';
import type { InstitutionChoice, Origin } from './scenario.ts';

/** A user's own institution, loaded. */
interface ExternalModule {
  /** Absolute. */
  readonly path: string;
  /** Of the module's source. */
  readonly hash: string;
  readonly institution: Institution;
}

/**
 * Loads the module that a scenario names, relative to the file `from`.
 *
 * @throws UserError if it is missing or exports no institution
 */
export type LoadModule = (reference: string, from: string) => Promise<ExternalModule>;

/** An institution that a scenario names, found; its values are not read yet. */
export interface Candidate {
  /** Where its entry stands. */
  readonly at: Path;
  readonly id: string;
  readonly label: string;
  readonly from: InstitutionChoice['from'];
  readonly institution: Institution;
  /** Whether its name could be read, so that others may be held against it. */
  readonly isNamed: boolean;
  /** Whether all of its entry could be read, the values under `with` aside. */
  readonly isWhole: boolean;
  /** What stands under `with`. */
  readonly own: unknown;
  readonly participation?: number | readonly string[] | undefined;
  /** Those that stand beside each other, if it is several. */
  readonly tiers?: readonly TierCandidate[];
  /** What stands under `phases` and `reforms`. */
  readonly course?: Course;
}

/** What an entry says of its course. */
interface Course {
  readonly phases?: readonly unknown[] | undefined;
  readonly reforms?: readonly unknown[] | undefined;
}

/** Finds the institutions of a scenario. Entries of which nothing can be made are noted and left out. */
export async function findCandidates(draft: Draft, load: LoadModule): Promise<Candidate[]> {
  const { given, complain } = draft;
  const entries = given.institutions;
  if (entries === undefined && !draft.isUnreadable(['institutions'])) {
    complain(
      [['institutions']],
      `missing\nlist at least one: ${Object.keys(institutions).join(', ')}`,
    );
  }
  const found: Candidate[] = [];
  for (const [i, raw] of (entries ?? []).entries()) {
    const at: Path = ['institutions', i];
    const candidate = await readInstitution(raw, at, draft, load);
    if (candidate === undefined) continue;
    const { id, from, isNamed } = candidate;
    const isTwin = found.some((other) => other.isNamed && other.id === id);
    found.push(candidate);
    if (!isNamed) continue;
    if (isTwin) {
      complain([at], `"${id}" stands here twice\nname one of them with as:`);
    } else if (Object.hasOwn(institutions, id) && !(from.kind === 'built-in' && from.id === id)) {
      const place = [...at, 'as'];
      complain([place], `"${id}" is the name of a built-in institution\ngive another one with as:`);
    }
  }
  return found;
}

/** The institution of one entry; undefined if nothing can be made of it. */
export async function readInstitution(
  raw: unknown,
  at: Path,
  draft: Draft,
  load: LoadModule,
): Promise<Candidate | undefined> {
  const document = draft.documentOf(at);
  const { problems } = draft;
  const { value, lost } = readAround(choiceSchema, namelessSchema, raw, document, problems, at);
  if (value === undefined) return undefined;
  const source = await findInstitution(value, at, draft, load);
  if (source === undefined) return undefined;
  const { phases, reforms } = typeof value === 'string' ? {} : value;
  return {
    ...source,
    ...{ isNamed: !lost.some(isName), isWhole: lost.length === 0 },
    ...((phases ?? reforms) && { course: { phases, reforms } }),
  };
}

const isName = ([key]: Path) => key === 'as' || key === 'use';

/** Whether all that a scenario names was found, so that it may be said that something is not among it. */
export function isComplete(draft: Draft, found: readonly Candidate[]): boolean {
  const named = found.filter(({ isNamed }) => isNamed);
  return !draft.isUnreadable(['institutions']) && named.length === draft.given.institutions?.length;
}

/** A candidate without what is known of its entry as a whole. */
type Source = Omit<Candidate, 'isNamed' | 'isWhole'>;

async function findInstitution(
  choice: Choice,
  at: Path,
  draft: Draft,
  load: LoadModule,
): Promise<Source | undefined> {
  if (typeof choice === 'string') return used({ use: choice }, at, at, draft, load);
  if ('combine' in choice) {
    return readCombination(choice, at, draft, (tier, place) =>
      findInstitution(tier, place, draft, load),
    );
  }
  return 'declare' in choice ? declared(choice, at) : used(choice, at, [...at, 'use'], draft, load);
}

type Used = Exclude<Choice, string | Declared | Combination>;
type Declared = Extract<Choice, { declare: unknown }>;

/** An institution by name. */
async function used(
  { use, as, label, with: own = {}, participation }: Used,
  at: Path,
  nameAt: Path,
  draft: Draft,
  load: LoadModule,
): Promise<Source | undefined> {
  const source = await sourceOf(use, nameAt, draft, load);
  if (source === undefined) return undefined;
  const { from, institution } = source;
  const id = as ?? institution.id;
  return { at, id, label: label ?? as ?? institution.label, from, institution, own, participation };
}

/** An institution written as columns. */
function declared(choice: Declared, at: Path): Source {
  const { declare, as = 'nameless', with: own = {}, participation } = choice;
  const { label, contributes, reads, facts = {}, reciprocal = false } = declare;
  const columns = { label, facts, contributes, reads, reciprocal, values: {} };
  const institution = declaredInstitution(as, columns);
  return {
    at,
    id: as,
    label,
    from: { kind: 'declared', columns },
    institution,
    own,
    participation,
  };
}

/** The built-in institution of this name, or the user's module at this path. */
async function sourceOf(
  use: string,
  at: Path,
  draft: Draft,
  load: LoadModule,
): Promise<{ readonly from: Origin; readonly institution: Institution } | undefined> {
  if (Object.hasOwn(institutions, use)) {
    return { from: { kind: 'built-in', id: use }, institution: institutions[use] };
  }
  if (!/[./\\]/.test(use)) {
    draft.complain(
      [at],
      `no institution "${use}"\n${didYouMean(use, Object.keys(institutions))}, or a path such as ./${use}.ts`,
    );
    return undefined;
  }
  try {
    const { path, hash, institution } = await load(use, draft.documentOf(at).name);
    return { from: { kind: 'module', path, hash }, institution };
  } catch (error) {
    draft.relay(at, error);
    return undefined;
  }
}
