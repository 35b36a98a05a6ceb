import { UserError, type Problem } from '../errors.ts';
import { didYouMean } from '../suggest.ts';
import type { LoadedFact } from './tell.ts';

/**
 * The facts that are asked for, shipped ones first.
 *
 * @param only ids; without it all
 * @throws UserError if an id is unknown, or two facts have one
 */
export function chooseFacts(
  shipped: readonly LoadedFact[],
  brought: readonly LoadedFact[],
  only: readonly string[] | undefined,
): LoadedFact[] {
  const all = [...shipped, ...brought];
  const ids = all.map(({ fact }) => fact.id);
  const problems: Problem[] = brought
    .filter(({ fact }, k) => ids.indexOf(fact.id) !== shipped.length + k)
    .map(({ fact, file }) => ({
      ...(file !== undefined && { file }),
      message: `id: there is a fact "${fact.id}" already`,
      hint: 'give it an id of its own',
    }));
  for (const id of only ?? []) {
    if (!ids.includes(id)) {
      problems.push({ message: `--only: there is no fact "${id}"`, hint: didYouMean(id, ids) });
    }
  }
  if (problems.length > 0) throw new UserError(problems);
  return all.filter(({ fact }) => only === undefined || only.includes(fact.id));
}
