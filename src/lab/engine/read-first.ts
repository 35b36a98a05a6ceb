import { readyTowns, type ReadyTowns } from '../run/ready.ts';
import { scenarioOfTown } from '../run/read-town.ts';
import { allFirst } from './first.ts';

/** Reads, when the lab is built, what it begins with. */
export async function readFirst(lecture: string): Promise<ReadyTowns> {
  return readyTowns(allFirst, async (bench, side) => scenarioOfTown(bench, side, () => lecture));
}
