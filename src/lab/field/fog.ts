import { End, endOf, type Film } from '../run/film.ts';

/** What is on file of each person before each quarter, at quarter · people + person. */
export interface Fog {
  /** Records in memory, 0 … 255: the more, the thinner the fog. */
  readonly records: Uint8Array;
}

/**
 * Records of loans that ended within a memory, forgotten quarter by quarter.
 *
 * @param memory quarters
 */
export function fogOf({ people, quarters, marks }: Film, memory: number): Fog {
  const records = new Uint8Array(people * quarters);
  for (let quarter = 1; quarter < quarters; quarter++) {
    const before = (quarter - 1) * people;
    const forgotten = before - memory * people;
    for (let i = 0; i < people; i++) {
      const came = Number(endOf(marks[before + i]) !== End.none);
      const left = forgotten >= 0 ? Number(endOf(marks[forgotten + i]) !== End.none) : 0;
      records[before + people + i] = records[before + i] + came - left;
    }
  }
  return { records };
}
