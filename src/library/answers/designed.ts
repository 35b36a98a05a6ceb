import {
  inReadingOrder,
  type Design,
  type Overrides,
  type Scenario,
} from '../../scenario/index.ts';

/** Borrowers of a market where many points are asked for, unless the scenario has fewer or the user says otherwise. */
const usualBorrowers = 5000;

/** A scenario with the design that an answer is over. */
export type Designed = Scenario & { readonly design: Design };

/**
 * The scenario with a design: its own, or one over what the user named or over all assumptions. Its institutions stand in
 * reading order (`isOwn`: it is the design of the scenario itself), and its markets are of 5,000 borrowers where nobody
 * says otherwise: there will be many.
 *
 * @param load reads the scenario with what differs from it
 * @param given number of borrowers, if the user says it
 * @param over keys that the user named, or `assumptions`
 * @param sampleFor the sample where the scenario has none, or where keys are named
 */
export async function designedScenario(
  load: (more: Overrides) => Promise<Scenario>,
  given: number | undefined,
  over: readonly string[] | undefined,
  sampleFor: (over: 'assumptions' | string[]) => Overrides['sample'],
): Promise<Designed & { readonly isOwn: boolean }> {
  const plain = await load({});
  const borrowers = given ?? Math.min(plain.borrowers, usualBorrowers);
  const isNamed = over !== undefined;
  const all = over?.length === 1 && over[0] === 'assumptions';
  const needsSample = isNamed || plain.design === undefined;
  const sample = needsSample ? sampleFor(isNamed && !all ? [...over] : 'assumptions') : undefined;
  const scenario = await load({ borrowers, sample });
  const { design } = scenario;
  if (!design) throw new Error('a scenario with a sample has a design');
  return {
    ...scenario,
    institutions: inReadingOrder(scenario.institutions),
    design,
    isOwn: !needsSample,
  };
}
