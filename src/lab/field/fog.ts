import type { Memory } from './memory.ts';
import { End, endOf, type Film } from '../run/film.ts';

/** What is on file of each person before each quarter, at quarter · people + person. */
export interface Fog {
  /** Records in memory, 0 … 255: the more, the thinner the fog. */
  readonly records: Uint8Array;
}

/**
 * Records of loans that ended within a memory, forgotten quarter by quarter.
 */
export function fogOf({ people, quarters, marks }: Film, memory: Memory): Fog {
  const records = new Uint8Array(people * quarters);
  for (let quarter = 1; quarter < quarters; quarter++) {
    const before = (quarter - 1) * people;
    const isAt = (row: number, i: number, isGood: boolean): number => {
      const end = row < 0 ? End.none : endOf(marks[row + i]);
      return Number(end !== End.none && (end === End.repaid) === isGood);
    };
    for (let i = 0; i < people; i++) {
      const light = isAt(before, i, true) - isAt(before - memory.light * people, i, true);
      const dark = isAt(before, i, false) - isAt(before - memory.dark * people, i, false);
      records[before + people + i] = records[before + i] + light + dark;
    }
  }
  return { records };
}
