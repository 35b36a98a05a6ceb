import { messageOf, UserError } from '../errors.ts';
import type { Fact } from './fact.ts';
import type { Seen } from './seen.ts';

/** A fact, and the file that it came from if it is not shipped. */
export interface LoadedFact {
  readonly fact: Fact;
  readonly file?: string;
}

/** One number of a fact, from one seed. */
export interface FactValue {
  /** Id of the fact. */
  readonly fact: string;
  /** Place on the grid of a fact with the band 'interior'; else null. */
  readonly at: number | null;
  readonly value: number;
}

/**
 * What a fact says of the markets that it needs.
 *
 * @throws UserError if it throws, or says what is no number
 */
export function tell(loaded: LoadedFact, seen: Readonly<Record<string, Seen>>): FactValue[] {
  const { id, along, of } = loaded.fact;
  return (along ?? [null]).map((at) => {
    const where = at === null ? '' : `at ${at}: `;
    const value: unknown = blamed(loaded, where, () => of(seen, at ?? NaN));
    if (typeof value === 'number' && Number.isFinite(value)) return { fact: id, at, value };
    const hint =
      'a share of nothing has no value: more borrowers or quarters may help; see what it divides by';
    throw new UserError([
      {
        ...placeOfFact(loaded),
        message: `${id}: ${where}of gave ${String(value)}, which is no number`,
        hint,
      },
    ]);
  });
}

/** `work()`, or its error as the user's, with the fact named. */
export function blamed<T>(loaded: LoadedFact, where: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const problems =
      error instanceof UserError ? error.problems : [{ message: `it throws: ${messageOf(error)}` }];
    throw new UserError(
      problems.map((problem) => ({
        ...placeOfFact(loaded),
        ...problem,
        message: `${loaded.fact.id}: ${where}${problem.message}`,
      })),
      { cause: error },
    );
  }
}

const placeOfFact = ({ file }: LoadedFact) => (file === undefined ? {} : { file });
