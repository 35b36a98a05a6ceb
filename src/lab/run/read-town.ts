import type { World } from '../../engine/index.ts';
import { UserError } from '../../errors.ts';
import { inOrderOfRecord } from '../../jobs/index.ts';
import type { Scenario, Surroundings } from '../../scenario/index.ts';
import { parseScenario } from '../../scenario/parse.ts';
import { townScenario } from '../model/town-scenario.ts';
import type { Bench, Side } from '../model/town.ts';

/** Texts of scenarios by id: a page has them in memory, Node reads them. */
export type Texts = (id: string) => string | undefined;

/**
 * The scenario of a town, checked.
 *
 * @param base id of the scenario that it extends, if it is not the lab's
 * @param worlds in place of the one that it lives in
 * @throws UserError with every problem found
 */
export async function scenarioOfTown(
  bench: Bench,
  side: Side,
  texts: Texts,
  { base, worlds }: { readonly base?: string | undefined; readonly worlds?: readonly World[] } = {},
): Promise<Scenario> {
  const data = {
    ...townScenario(bench, side, base === undefined ? {} : { base }),
    ...(worlds && { worlds }),
  };
  const read: Surroundings['read'] = (id) => {
    const text = texts(id);
    if (text === undefined) throw new UserError(`no scenario "${id}" in the lab`);
    return { name: `${id}.yaml`, text };
  };
  const load = async () => Promise.reject(new UserError('a page reads no files'));
  return inOrderOfRecord(await parseScenario({ name: 'lab', data }, { read, load }));
}
