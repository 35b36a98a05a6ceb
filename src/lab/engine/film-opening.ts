import { firstBench, type Side } from '../model/town.ts';
import { numbersOf } from '../run/messages.ts';
import { openingText, openingTown } from '../run/opening.ts';
import { scenarioOfTown } from '../run/read-town.ts';
import { runTown } from '../run/town-run.ts';

/** Runs, when the lab is built, the towns that it opens with: the text of what it brings along of them. */
export async function filmOpening(lecture: string): Promise<string> {
  const run = async (side: Side) => {
    const scenario = await scenarioOfTown(firstBench, side, () => lecture);
    const { film, thirds, values } = await runTown(scenario, firstBench);
    const { numbers } = numbersOf(values, firstBench[side].world);
    return openingTown(film, { numbers, thirds });
  };
  return openingText({ bench: firstBench, towns: { a: await run('a'), b: await run('b') } });
}
