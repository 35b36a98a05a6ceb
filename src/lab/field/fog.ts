import { End, endOf, type Film } from '../run/film.ts';

/** What is on file of each person before each quarter, at quarter · people + person. */
export interface Fog {
  /** Records in memory, 0 … 255: the more, the thinner the fog. */
  readonly records: Uint8Array;
  /** Defaults among them. */
  readonly dark: Uint8Array;
}

/**
 * Records of loans that ended within a memory, forgotten quarter by quarter.
 *
 * @param memory quarters
 */
export function fogOf({ people, quarters, marks }: Film, memory: number): Fog {
  const records = new Uint8Array(people * quarters);
  const dark = new Uint8Array(people * quarters);
  for (let quarter = 1; quarter < quarters; quarter++) {
    const row = quarter * people;
    for (let i = 0; i < people; i++) {
      const [came, wasDark] = recordAt(marks[row - people + i]);
      let [left, leftDark] = [0, 0];
      if (quarter - 1 - memory >= 0) {
        [left, leftDark] = recordAt(marks[row - people - memory * people + i]);
      }
      records[row + i] = records[row - people + i] + came - left;
      dark[row + i] = dark[row - people + i] + wasDark - leftDark;
    }
  }
  return { records, dark };
}

function recordAt(mark: number): readonly [number, number] {
  const end = endOf(mark);
  return end === End.none ? [0, 0] : [1, Number(end !== End.repaid)];
}
