import type { Fact } from './fact.ts';
import type { FactReading } from './verdict.ts';

/** In how many vectors of a set a fact lies inside its band. Shares of the vectors found, never a probability. */
export interface FactTally {
  /** Id of the fact. */
  readonly fact: string;
  readonly inside: number;
  readonly outside: number;
  readonly unsure: number;
}

/** @param readings of the fact, one a vector */
export function tallyOf({ id }: Fact, readings: readonly FactReading[]): FactTally {
  const count = (verdict: FactReading['verdict']) =>
    readings.filter((one) => one.verdict === verdict).length;
  return {
    ...{ fact: id, inside: count('inside'), outside: count('outside') },
    unsure: count('cannot tell'),
  };
}

/** A table of tallies: heads, then a row a fact. */
export function tallyTable(tallies: readonly FactTally[]): string[][] {
  return [
    ['fact', 'in its band', 'outside of it', 'not told', 'of economies'],
    ...tallies.map(({ fact, inside, outside, unsure }) =>
      [fact, inside, outside, unsure, inside + outside + unsure].map(String),
    ),
  ];
}
