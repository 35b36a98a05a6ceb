import { UserError } from '../../errors.ts';
import { dials } from '../model/dials.ts';
import { isLabSeed } from '../model/link.ts';
import {
  firstBench,
  town,
  type Bench,
  type Settings,
  type Side,
  type Town,
} from '../model/town.ts';
import type { GivenScenario } from '../run/messages.ts';
import { scenarioOfTown } from '../run/read-town.ts';
import { readyTowns } from '../run/ready.ts';
import type { InstitutionChoice, Scenario } from '../../scenario/index.ts';

/** What towns extend in place of the lab's own scenario. */
const id = 'loaded';

/**
 * What a lab is told of a scenario: its economy and lenders, and two towns under its first built-in institutions.
 *
 * @param text the scenario with every number stated
 * @throws UserError if it is not one market that a town can be
 */
export async function labFor(
  scenario: Scenario,
  text: string,
): Promise<{ readonly given: GivenScenario; readonly leftOut: readonly string[] }> {
  const { design, institutions, borrowers, quarters, burnIn, reference } = scenario;
  if (design) {
    const message = `${scenario.id} is a design over ${design.factors.length} values, not one market`;
    throw new UserError([{ message, hint: 'the lab takes a scenario without vary and sample' }]);
  }
  const usable = institutions.filter(isPlain);
  const leftOut = institutions.filter((one) => !isPlain(one)).map(({ id: name }) => name);
  const first = usable.find((one) => one.id === reference) ?? usable.at(0);
  const second = usable.findLast((one) => one !== first);
  const bench: Bench = {
    ...firstBench,
    ...{ borrowers, quarters, burnIn },
    seed: isLabSeed(scenario.seed) ? scenario.seed : firstBench.seed,
    a: first ? townOf(first) : firstBench.a,
    b: second ? townOf(second) : firstBench.b,
  };
  const texts = (name: string) => (name === id ? text : undefined);
  const read = async (of: Bench, side: Side) => scenarioOfTown(of, side, texts, { base: id });
  const ready = await readyTowns([bench], read);
  return {
    given: { id, name: scenario.id, text, bench, usual: usualOf(scenario), ready },
    leftOut,
  };
}

/** What the dials of people and lenders say in this economy. */
function usualOf({ economy }: Scenario): Record<string, number> {
  const values = dials.flatMap(({ key }) => {
    const [head, group, name] = key.split('.');
    const found = head === 'economy' ? valueIn(valueIn(economy, group), name) : undefined;
    return typeof found === 'number' ? [[key, found] as const] : [];
  });
  return Object.fromEntries(values);
}

function valueIn(of: unknown, key: string): unknown {
  return typeof of === 'object' && of !== null
    ? Object.entries(of).find(([name]) => name === key)?.[1]
    : undefined;
}

/** Built in, the same for good, and all who may take part do. */
function isPlain({ from, phases, reformOf, participation }: InstitutionChoice): boolean {
  return (
    from.kind === 'built-in' && !phases && reformOf === undefined && participation === undefined
  );
}

function townOf({ from, values }: InstitutionChoice): Town {
  const settings: Settings = values;
  return from.kind === 'built-in' ? town(from.id, { with: settings }) : firstBench.a;
}
