import { pageSize } from '../../random/draws.ts';
import { roll, rollWriter } from '../columns/roll.ts';
import type { Allocate } from '../memory/allocate.ts';
import { RoomFull } from '../memory/room.ts';

/**
 * Room for twins. A twin has a place of its page's while it lives; who comes next gets the first that is free, so that who
 * lies where follows from the page alone. Its files lie in the same order behind those of borrowers (files/records.ts).
 */
export interface TwinRoom {
  /** Places of a page. */
  readonly places: number;
  /** Whose twin has a place, plus one; 0 where it is free. Shape (pages × places). */
  readonly tenant: Uint16Array;
}

export function createTwinRoom(pages: number, places: number, allocate: Allocate): TwinRoom {
  return { places, tenant: new Uint16Array(allocate(2 * pages * places)) };
}

/** Finds the files of the page's twins: fills `roll.place`. */
export function findTwins({ places, tenant }: TwinRoom, page: number): void {
  const { place } = rollWriter;
  const from = page * places;
  for (let k = 0; k < places; k++) {
    const i = tenant[from + k] - 1;
    if (i >= 0) place[pageSize + i] = pageSize + k;
  }
}

/** Where borrower i's twin stands in columns of shape (pages × places). */
export function twinAt({ places }: TwinRoom, page: number, i: number): number {
  return page * places + roll.place[pageSize + i] - pageSize;
}

/**
 * The twin of borrower i moves in.
 *
 * @param from where to look for a place: those of the page before it are taken
 * @returns where it stands (`twinAt`)
 * @throws RoomFull if no place is free
 */
export function moveIn(
  { places, tenant }: TwinRoom,
  page: number,
  i: number,
  from: number,
): number {
  const first = page * places;
  let at = from;
  while (at < first + places && tenant[at] > 0) at++;
  if (at === first + places) throw new RoomFull(`a page has room for ${places} twins`);
  tenant[at] = i + 1;
  rollWriter.place[pageSize + i] = pageSize + at - first;
  return at;
}
