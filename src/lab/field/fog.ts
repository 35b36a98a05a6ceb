import type { Memory } from './memory.ts';
import { End, endOf, type Film } from '../run/film.ts';

/** What is on file of each person before each quarter, at quarter · people + person. */
export interface Fog {
  /** Records in memory, 0 … 255: the more, the thinner the fog. */
  readonly records: Uint8Array;
  /** Knows as many quarters more as have passed by now. */
  readonly thinUpTo: (done: number) => void;
}

/**
 * Records of loans that ended within a memory, forgotten quarter by quarter. Nobody has any before the first quarter.
 */
export function fogOf({ people, quarters, marks }: Film, { light, dark }: Memory): Fog {
  const records = new Uint8Array(people * quarters);
  const goods = new Uint8Array(people * quarters);
  const bads = new Uint8Array(people * quarters);
  let known = 1;
  const thinUpTo = (done: number) => {
    for (; known < Math.min(done, quarters); known++) {
      const [row, before] = [known * people, (known - 1) * people];
      const [good, bad] = [before - light * people, before - dark * people];
      for (let i = 0; i < people; i++) {
        const end = endOf(marks[before + i]);
        goods[before + i] = Number(end === End.repaid);
        bads[before + i] = Number(end !== End.none && end !== End.repaid);
        const forgotten = (good >= 0 ? goods[good + i] : 0) + (bad >= 0 ? bads[bad + i] : 0);
        records[row + i] = records[before + i] + goods[before + i] + bads[before + i] - forgotten;
      }
    }
  };
  return { records, thinUpTo };
}
