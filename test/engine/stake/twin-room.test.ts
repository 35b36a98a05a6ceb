import { expect, it } from 'vitest';
import { roll, rollWriter } from '../../../src/engine/columns/roll.ts';
import { plainMemory } from '../../../src/engine/memory/allocate.ts';
import { RoomFull } from '../../../src/engine/memory/room.ts';
import { createTwinRoom, findTwins, moveIn, twinAt } from '../../../src/engine/stake/twin-room.ts';
import { pageSize } from '../../../src/random/draws.ts';
import { numbers } from '../files/by-the-page.ts';

const places = 40;
const pages = 3;

it('gives each twin of a page the first place that is free, and finds it again', () => {
  const room = createTwinRoom(pages, places, plainMemory);
  const next = numbers(11);
  /** Who stands at each place, by page. */
  const standing = Array.from({ length: pages }, () =>
    Array.from<number | undefined>({ length: places }),
  );
  let turnedAway = 0;
  for (let step = 0; step < 400; step++) {
    const page = step % pages;
    const here = standing[page];
    // Another page, or another world, has left its own there.
    rollWriter.place.fill(-1, pageSize);
    findTwins(room, page);
    here.forEach((i, k) => {
      if (i === undefined) return;
      expect(roll.place[pageSize + i]).toBe(pageSize + k);
      expect(twinAt(room, page, i)).toBe(page * places + k);
      if (next() >= 0.3) return;
      room.tenant[twinAt(room, page, i)] = 0;
      here[k] = undefined;
    });
    let from = page * places;
    const newcomers = Math.floor(next() * 30);
    for (let c = 0; c < newcomers; c++) {
      const i = (1000 * page + step + 400 * c) % pageSize;
      if (here.includes(i)) continue;
      const free = here.findIndex((one) => one === undefined);
      if (free < 0) {
        expect(() => moveIn(room, page, i, from)).toThrow(RoomFull);
        turnedAway++;
        continue;
      }
      from = moveIn(room, page, i, from);
      expect(from).toBe(page * places + free);
      expect(twinAt(room, page, i)).toBe(from);
      here[free] = i;
    }
  }
  expect(turnedAway).toBeGreaterThan(10);
});
