import { UserError, type Problem } from '../errors.ts';
import type { Institution } from '../institutions/index.ts';
import { institutions as builtIn } from '../institutions/registry.ts';
import { readDesign } from './design/read-design.ts';
import { withSet } from './design/set.ts';
import {
  findCandidates,
  isComplete,
  readInstitution,
  type Candidate,
  type LoadModule,
} from './candidates.ts';
import { findReforms, type FoundReform } from './reforms/find-reforms.ts';
import { readReforms } from './reforms/read-reforms.ts';
import { inReadingOrder } from './institutions/reading-order.ts';
import { readChoices } from './choices.ts';
import type { Design } from './design-types.ts';
import { draftOf } from './draft.ts';
import { checkEconomy, readEconomy } from './economy.ts';
import {
  readLayers,
  type Layer,
  type ObjectSource,
  type ReadExtended,
  type Source,
} from './layers.ts';
import { readLenders } from './lenders.ts';
import { commandLine, layerOf, selected, withBuiltIn, type Overrides } from './overrides.ts';
import type { Scenario } from './scenario.ts';
import { withId } from './printed/told.ts';
import { checkLength, readHeader, readReference, readSize, readWorlds } from './top-level.ts';

/** What parsing needs from where it runs: Node reads files, a page has texts in memory. */
export interface Surroundings {
  readonly read: ReadExtended;
  readonly load: LoadModule;
}

/**
 * From the text of a scenario to the scenario, with all it extends, its defaults, and every check that
 * can be made without running it. Touches no file and no clock: Node and browsers share it.
 *
 * @throws UserError with every problem found, in the order of files and lines
 */
export async function parseScenario(
  source: Source | ObjectSource,
  { read, load }: Surroundings,
  overrides: Overrides = {},
): Promise<Scenario> {
  const problems: Problem[] = [];
  const files = readLayers(source, read, problems);
  const entry = files[0].document;
  const layers = [layerOf(overrides, problems), ...files];
  const draft = draftOf(layers, entry, problems);

  const header = readHeader(draft, files[0]);
  const size = readSize(draft);
  const lenders = readLenders(draft);
  const economy = readEconomy(draft);
  checkLength(draft, size, economy);
  checkEconomy(draft, economy, lenders);
  const found = await findCandidates(draft, load);
  const { candidates: own, reforms } = await findReforms(draft, found, async (raw, at) =>
    readInstitution(raw, at, draft, load),
  );
  const named = reforms.map(({ id }) => id);
  const wish = overrides.institutions?.filter((id) => !named.includes(id));
  const candidates = withBuiltIn(own, wish);
  const areAll = isComplete(draft, found);
  const unreformed = readChoices(draft, candidates, areAll, lenders.all);
  const { start } = draft.given;
  const times = { ...size, start };
  const choices = inReadingOrder([
    ...unreformed,
    ...readReforms(draft, reforms, candidates, unreformed, lenders.all, times),
  ]);
  const institutions = selected(choices, overrides.institutions, areAll, problems);
  const chosen = institutions.map(({ id }) => id);
  const areFound = areAll && (overrides.institutions ?? []).every((id) => chosen.includes(id));
  const reference = readReference(draft, choices, institutions, areFound);

  const common: Scenario = {
    version: 1,
    id: idOf(source.name),
    ...header,
    ...wordsOf(files),
    seed: String(draft.given.seed ?? 'creditlab'),
    ...size,
    ...(start !== undefined && { start }),
    worlds: readWorlds(draft),
    // Written down only where it is not the rule, so that stating the rule changes no result.
    ...(draft.given.sanctions === 'relearned' && { sanctions: 'relearned' as const }),
    reference,
    institutions: distinct(institutions),
    lenders: lenders.all ?? [],
    economy,
  };
  let design: Design | undefined;
  let scenario = common;
  // What may be set hangs on lenders and institutions: their mistakes come first.
  if (areFound && lenders.all !== undefined) {
    const sourceOf = institutionsBy(candidates, reforms);
    scenario = withSet(common, overrides.set ?? [], (id) => sourceOf(id).parameters, problems);
    design = readDesign(draft, scenario, standingIn(scenario, common, sourceOf), read);
  }
  if (problems.length > 0) throw new UserError(inOrder(problems, files));
  return design ? { ...scenario, design } : scenario;
}

function institutionsBy(
  candidates: readonly Candidate[],
  reforms: readonly FoundReform[],
): (id: string) => Institution {
  const byId = new Map(candidates.map(({ id, institution }) => [id, institution]));
  for (const { id, of, phases } of reforms) {
    const institution = byId.get(of);
    if (institution) byId.set(id, institution);
    for (const { become } of phases) {
      if (become && !byId.has(become.id)) byId.set(become.id, become.institution);
    }
  }
  return (id) => {
    const institution = byId.get(id);
    if (!institution) throw new Error(`${id} is not of this scenario`);
    return institution;
  };
}

/** The same by place, where a command line has put another institution there. */
function standingIn(
  { institutions }: Scenario,
  { institutions: before }: Scenario,
  sourceOf: (id: string) => Institution,
): (id: string) => Institution {
  return (id) => {
    const from = institutions.find((one) => one.id === id)?.from;
    if (from?.kind === 'built-in') return builtIn[from.id];
    const now = JSON.stringify(from);
    return sourceOf(before.find((one) => JSON.stringify(one.from) === now)?.id ?? id);
  };
}

/** Institutions of the same name, each with its id beside it. */
function distinct(institutions: Scenario['institutions']): Scenario['institutions'] {
  const count = (label: string) => institutions.filter((one) => one.label === label).length;
  return institutions.map((one) => (count(one.label) > 1 ? { ...one, label: withId(one) } : one));
}

/** Texts in several languages: of the file itself, and names of institutions of all that it extends. */
function wordsOf(files: readonly Layer[]): Pick<Scenario, 'words'> {
  const all = new Map([
    ...files.toReversed().flatMap(({ words }) => [...(words?.labels ?? [])]),
    ...(files[0].words?.own ?? []),
  ]);
  return all.size === 0 ? {} : { words: Object.fromEntries(all) };
}

/** File stem, with what cannot stand in a folder's name replaced. */
function idOf(name: string): string {
  const stem = name.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/i, '');
  return /[\p{L}\p{N}]/u.test(stem) ? stem.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-') : 'scenario';
}

/** As one reads: the command line, then the files from the one named to the last extended. */
function inOrder(problems: readonly Problem[], files: readonly Layer[]): Problem[] {
  const names = [commandLine, ...files.map(({ document }) => document.name)];
  const rank = ({ file }: Problem) =>
    (names.indexOf(file ?? '') + names.length + 1) % (names.length + 1);
  return problems.toSorted(
    (a, b) =>
      rank(a) - rank(b) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
}
