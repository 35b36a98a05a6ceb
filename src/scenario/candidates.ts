import { declaredInstitution } from '../institutions/declared.ts';
import { institutions } from '../institutions/index.ts';
import type { Institution } from '../institutions/institution.ts';
import { didYouMean } from '../suggest.ts';
import type { Path } from './document.ts';
import type { Draft } from './draft.ts';
import { choiceSchema, type Choice } from './file.ts';
import { readBySchema } from './problems.ts';
import type { InstitutionChoice } from './scenario.ts';

/** A user's own institution, loaded. */
export interface ExternalModule {
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
  /** What stands under `with`. */
  readonly own: unknown;
  readonly participation?: number | readonly string[] | undefined;
}

/** Finds the institutions of a scenario. Entries with mistakes are noted and left out. */
export async function findCandidates(draft: Draft, load: LoadModule): Promise<Candidate[]> {
  const { given, problems, complain } = draft;
  const entries = given.institutions;
  if (entries === undefined && !draft.isUnreadable('institutions')) {
    complain(
      [['institutions']],
      `missing\nlist at least one: ${Object.keys(institutions).join(', ')}`,
    );
  }
  const document = draft.documentOf(['institutions']);
  const found: Candidate[] = [];
  for (const [i, raw] of (entries ?? []).entries()) {
    const at: Path = ['institutions', i];
    const choice = readBySchema(choiceSchema, raw, document, problems, at);
    if (choice === undefined) continue;
    const candidate = await find(choice, at, draft, load);
    if (candidate === undefined) continue;
    const { id, from } = candidate;
    if (found.some((other) => other.id === id)) {
      complain([at], `"${id}" stands here twice\nname one of them with as:`);
    } else if (Object.hasOwn(institutions, id) && !(from.kind === 'built-in' && from.id === id)) {
      const place = [...at, 'as'];
      complain([place], `"${id}" is the name of a built-in institution\ngive another one with as:`);
    }
    found.push(candidate);
  }
  return found;
}

async function find(
  choice: Choice,
  at: Path,
  draft: Draft,
  load: LoadModule,
): Promise<Candidate | undefined> {
  if (typeof choice === 'string') return used({ use: choice }, at, at, draft, load);
  return 'declare' in choice ? declared(choice, at) : used(choice, at, [...at, 'use'], draft, load);
}

type Used = Exclude<Choice, string | Declared>;
type Declared = Extract<Choice, { declare: unknown }>;

/** An institution by name. */
async function used(
  { use, as, label, with: own = {}, participation }: Used,
  at: Path,
  nameAt: Path,
  draft: Draft,
  load: LoadModule,
): Promise<Candidate | undefined> {
  const source = await sourceOf(use, nameAt, draft, load);
  if (source === undefined) return undefined;
  const { from, institution } = source;
  const id = as ?? institution.id;
  return { at, id, label: label ?? as ?? institution.label, from, institution, own, participation };
}

/** An institution written as columns. */
function declared({ declare, as, with: own = {}, participation }: Declared, at: Path): Candidate {
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
): Promise<Pick<Candidate, 'from' | 'institution'> | undefined> {
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
