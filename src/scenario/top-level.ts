import { type Economy, type World, worlds as allWorlds } from '../engine/index.ts';
import { defaultsOf, type ValuesOf } from '../parameters.ts';
import { didYouMean } from '../suggest.ts';
import type { Draft } from './draft.ts';
import type { Layer } from './layers.ts';
import { commandLine } from './overrides.ts';
import { problemAt } from './problems.ts';
import { runParameters } from './run-parameters.ts';
import type { InstitutionChoice } from './scenario.ts';

/** Title, question and source: each file that is run has its own. */
export function readHeader({ entry, problems }: Draft, { file, isUnreadable }: Layer) {
  const needed = (key: 'title' | 'question' | 'source', about: string): string => {
    const text = file[key];
    if (text === undefined && !isUnreadable([key])) {
      problems.push(problemAt(entry, [key], `missing\n${about}`));
    }
    return text ?? '';
  };
  return {
    title: needed('title', 'one line that names the scenario'),
    question: needed('question', 'what a reader should learn from it'),
    source: needed('source', 'where its idea and its numbers come from'),
  };
}

export function readSize({ given }: Draft): ValuesOf<typeof runParameters> {
  const defaults = defaultsOf(runParameters);
  const size = {
    borrowers: given.borrowers ?? defaults.borrowers,
    quarters: given.quarters ?? defaults.quarters,
    burnIn: given.burnIn ?? defaults.burnIn,
    replicates: given.replicates ?? defaults.replicates,
  };
  return size;
}

/** Notes where a run ends before its first counted loans do. */
export function checkLength(
  { complain, isUnreadable }: Draft,
  size: ValuesOf<typeof runParameters>,
  economy: Economy,
): void {
  const paths = [['burnIn'], ['quarters'], ['economy', 'loan', 'term']] as const;
  const text = tooShort(size, economy);
  if (text !== undefined && !paths.some((path) => isUnreadable(path))) complain(paths, text);
}

/** Why a run is too short, if it is. */
export function tooShort(
  { quarters, burnIn }: Pick<ValuesOf<typeof runParameters>, 'quarters' | 'burnIn'>,
  { loan }: Economy,
): string | undefined {
  if (quarters >= burnIn + loan.term) return undefined;
  return (
    `after a burn-in of ${burnIn}, loans of ${loan.term} quarters do not end within ${quarters} quarters: none would count\n` +
    `quarters must be at least burnIn + economy.loan.term, ${burnIn + loan.term}`
  );
}

/** In the order of the decomposition; the actual world is always among them. */
export function readWorlds({ given }: Draft): World[] {
  const wanted: readonly string[] = given.worlds ?? allWorlds;
  return allWorlds.filter((world) => world === 'actual' || wanted.includes(world));
}

/**
 * The institution that differences are taken against: the one named, else `none`, else the first.
 *
 * @param choices all institutions of the scenario
 * @param institutions those of them that a command line leaves
 * @param isComplete whether the names of all institutions could be read, and were found
 */
export function readReference(
  { given, complain, problems, isUnreadable, documentOf }: Draft,
  choices: readonly InstitutionChoice[],
  institutions: readonly InstitutionChoice[],
  isComplete: boolean,
): string {
  const ids = institutions.map(({ id }) => id);
  // One alone has nothing to be held against.
  if (ids.length === 1 && choices.length > 1) return ids[0];
  const pasts = institutions.map(({ reformOf }) => reformOf);
  const past = ids.find((id) => pasts.includes(id));
  // A reform is held against no reform, whatever the scenario that it extends is held against.
  const isOld = past !== undefined && documentOf(['reference']) !== documentOf(['institutions']);
  const named = isOld && !ids.includes(given.reference ?? '') ? undefined : given.reference;
  const reference = named ?? (ids.includes('none') ? 'none' : (past ?? ids[0] ?? ''));
  if (ids.includes(reference) || !isComplete || isUnreadable(['reference'])) return reference;
  if (choices.some(({ id }) => id === reference)) {
    problems.push({
      file: commandLine,
      message: `institutions: leaves out ${reference}, which differences are taken against`,
      hint: `add ${reference}, or name another with --reference`,
    });
  } else {
    complain(
      [['reference'], ['institutions']],
      `the reference "${reference}" is not among the institutions\n` +
        `add it, or write reference: and one of them; ${didYouMean(reference, ids)}`,
    );
  }
  return reference;
}
