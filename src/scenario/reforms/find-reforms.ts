import type { z } from 'zod';
import type { Candidate } from '../candidates.ts';
import type { Path } from '../yaml/document.ts';
import type { Draft } from '../draft.ts';
import { readBySchema } from '../reading.ts';
import { originsOf } from '../institutions/origins.ts';
import { phaseSchema, reformSchema } from '../phases/phase-file.ts';

export type PhaseEntry = z.infer<typeof phaseSchema>;

/** A phase as it stands in a file, with the institution that it names found. */
export interface FoundPhase {
  readonly at: Path;
  readonly entry: PhaseEntry;
  /** Undefined if it names none. */
  readonly become: Candidate | undefined;
}

/** A reform that a scenario names. */
export interface FoundReform {
  readonly at: Path;
  /** Id of the institution that it reforms, among the candidates. */
  readonly of: string;
  readonly id: string;
  readonly label: string;
  readonly phases: readonly FoundPhase[];
}

/** Status quo of an institution that has phases itself. */
export const unreformed = (id: string) => `${id}-no-reform`;

/**
 * The candidates with what they would be without reform, and the reforms: an entry with `phases` is a reform of itself without
 * them, an entry with `reforms` is what they reform.
 *
 * @param find the institution of an entry
 */
export async function findReforms(
  draft: Draft,
  found: readonly Candidate[],
  find: (raw: unknown, at: Path) => Promise<Candidate | undefined>,
): Promise<{ readonly candidates: Candidate[]; readonly reforms: FoundReform[] }> {
  const candidates: Candidate[] = [];
  const reforms: FoundReform[] = [];
  const ids = new Set(found.map(({ id }) => id));
  const read = async (raw: readonly unknown[], at: Path) => {
    const phases: FoundPhase[] = [];
    for (const [k, one] of raw.entries()) {
      const phase = await readPhase(draft, one, [...at, k], find);
      if (phase) phases.push(phase);
    }
    return phases;
  };
  for (const candidate of found) {
    const { at, id, label, course = {} } = candidate;
    if (course.phases && course.reforms) {
      draft.complain([[...at, 'reforms']], 'phases stand here too\nput them among the reforms');
    }
    const own = course.phases !== undefined;
    candidates.push(
      own ? { ...candidate, id: unreformed(id), label: `${label}, no reform` } : candidate,
    );
    if (course.phases) {
      const place = [...at, 'phases'];
      const phases = await read(course.phases, place);
      reforms.push({ at: place, of: unreformed(id), id, label, phases });
    }
    for (const [k, raw] of (course.reforms ?? []).entries()) {
      const place = [...at, 'reforms', k];
      const entry = readBySchema(reformSchema, raw, draft.documentOf(at), draft.problems, place);
      if (!entry) continue;
      if (ids.has(entry.as)) {
        draft.complain(
          [[...place, 'as']],
          `"${entry.as}" stands here twice\ngive each a name of its own`,
        );
      }
      ids.add(entry.as);
      const phases = await read(entry.phases, [...place, 'phases']);
      const { as, label: name = as } = entry;
      reforms.push({ at: place, of: own ? unreformed(id) : id, id: as, label: name, phases });
    }
  }
  return { candidates, reforms };
}

async function readPhase(
  draft: Draft,
  raw: unknown,
  at: Path,
  find: (raw: unknown, at: Path) => Promise<Candidate | undefined>,
): Promise<FoundPhase | undefined> {
  const entry = readBySchema(phaseSchema, raw, draft.documentOf(at), draft.problems, at);
  if (!entry) return undefined;
  const { from: _, announced: __, ...changes } = entry;
  if (Object.keys(changes).length === 0) {
    draft.complain(
      [at],
      `nothing changes\n${['become', 'with', 'participation', 'erase', 'awareness', 'shock', 'cap'].join(', ')}: name what does`,
    );
  }
  if (entry.become === undefined) return { at, entry, become: undefined };
  const become = await find(entry.become, [...at, 'become']);
  if (become && originsOf(become.from).some(({ kind }) => kind === 'module')) {
    const path = [...at, 'become'];
    draft.complain(
      [path],
      'a module of your own cannot come with a phase: the folder of results keeps no copy of it\ndeclare the institution, or take a built-in one',
    );
  }
  return become && { at, entry, become };
}
