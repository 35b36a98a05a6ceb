import type { Question } from '../../answers/index.ts';
import { UserError } from '../../errors.ts';
import { didYouMean } from '../../suggest.ts';

/** How much work a sensitivity analysis is where nobody says otherwise. */
export const usualSensitivity = {
  trajectories: 10,
  base: 256,
  factors: 8,
  replicates: [1, 2],
} as const;

/** Size of a look over many points where nobody says otherwise. */
export const usualRobustness = { points: 256, replicates: 4 } as const;

/** What is asked, and whether it can be. */
export function questionOf(
  {
    institution,
    between,
  }: { readonly institution: string | undefined; readonly between: string[] | undefined },
  known: readonly string[],
): Question {
  if (institution !== undefined && between !== undefined) {
    throw new UserError([{ message: '--institution and --between: keep one of the two' }]);
  }
  const named = [...(institution === undefined ? [] : [institution]), ...(between ?? [])];
  const problems = named
    .filter((id) => !known.includes(id))
    .map((id) => ({
      message: `no institution "${id}" in this scenario`,
      hint: didYouMean(id, known),
    }));
  if (problems.length > 0) throw new UserError(problems);
  if (institution !== undefined) return { kind: 'level', institution };
  if (between !== undefined) {
    const [first, second] = between;
    if (between.length !== 2 || first === second) {
      const hint = 'two of them, e.g. --between sesame,none';
      throw new UserError([{ message: '--between: takes two different institutions', hint }]);
    }
    return { kind: 'difference', institution: first, other: second };
  }
  if (known.length < 2) {
    const hint = `--institution ${known[0] ?? 'none'} asks about its level`;
    throw new UserError([{ message: 'with one institution nobody else can be first', hint }]);
  }
  return { kind: 'first' };
}
