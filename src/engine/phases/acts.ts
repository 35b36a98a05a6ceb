import { pageSize } from '../../random/draws.ts';
import { purposes } from '../../random/purposes.ts';
import { hidden } from '../columns/hidden.ts';
import { everyone, roll } from '../columns/roll.ts';
import { drawUniforms, type Draws } from '../draws.ts';
import { defaultsOnFile, strikeDefaults } from '../files/strike.ts';
import type { Sharing } from '../files/join.ts';
import type { Records } from '../files/records.ts';
import { fifthOf } from '../people/fifths.ts';
import { Mind, type Population } from '../people/population.ts';
import type { Erasure } from '../setup.ts';

const chance = new Float64Array(pageSize);

/**
 * Borrowers of the page are told, or forget, that lenders share: this share of them knows. Those who knew when fewer did
 * know still, since everybody's draw stays.
 */
export function inform(draws: Draws, people: Population, page: number, awareness: number): void {
  const first = page * pageSize;
  const size = Math.min(pageSize, people.n - first);
  drawUniforms(draws, page, 0, purposes.awareness, everyone, size, chance);
  for (let i = 0; i < size; i++) {
    const knows = Mind.aware * Number(chance[i] < awareness);
    people.mind[first + i] = (people.mind[first + i] & ~Mind.aware) | knows;
  }
}

/**
 * Strikes the defaults of a group off the shared files and out of the score keeper's; lenders' own records stay. Twins lose
 * what their originals lose.
 */
export function erase(
  { incomeFifths, atMost = Infinity }: Erasure,
  records: Records,
  tiers: Sharing['tiers'],
  page: number,
): void {
  const { size, twins, twinCount, place } = roll;
  const first = page * records.places;
  const files = tiers.map(({ file }) => file);
  const isMeant = (i: number) =>
    !incomeFifths || incomeFifths.includes(fifthOf(hidden.capacity[i]) + 1);
  for (let i = 0; i < size; i++) {
    if (!isMeant(i) || defaultsOnFile(records, files, first + i) > atMost) continue;
    strikeDefaults(records, files, first + i);
  }
  for (let k = 0; k < twinCount; k++) {
    const at = first + place[twins[k]];
    if (!isMeant(twins[k] - pageSize) || defaultsOnFile(records, files, at) > atMost) continue;
    strikeDefaults(records, files, at);
  }
}
