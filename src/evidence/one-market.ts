import type { Ledger, Market, MarketInstitution } from '../engine/index.ts';
import { UserError } from '../errors.ts';
import { tell, type FactValue, type LoadedFact } from './tell.ts';
import type { Fact, MarketNeed } from './fact.ts';
import { facts } from './registry.ts';
import type { PeopleNeed } from './seen.ts';
import { seenOf, watchMarket } from './watch/watch-market.ts';

/** The need of a fact that can be told of any single market, as it is; nothing of a fact that compares markets. */
function onlyNeed({ needs, along }: Fact): MarketNeed | undefined {
  const [need, ...others] = Object.values(needs);
  if (need === undefined || others.length > 0 || along !== undefined) return undefined;
  const { values, economy, lenders, counted } = need;
  return values || economy || lenders || counted !== undefined ? undefined : need;
}

/** Shipped facts that are told of one market alone, so that an economy can be fitted to them. */
export const marketFacts: readonly Fact[] = facts.filter((fact) => onlyNeed(fact) !== undefined);

/** What one run of a market gives: its ledger, and facts by id. */
export interface ObservedFacts {
  readonly ledger: Ledger;
  readonly facts: Readonly<Record<string, number>>;
}

/**
 * Runs the actual world of a market once and tells facts of it: those of `marketFacts`, whichever institution they name. A
 * pure function of its arguments.
 *
 * @param ids of `marketFacts`
 * @returns NaN for a fact that has no value here: an economy that is tried may lend to nobody
 * @throws Error if there is no such fact
 */
export function observeFacts(
  market: Market,
  institution: MarketInstitution,
  ids: readonly string[],
): ObservedFacts {
  const chosen = ids.map((id): LoadedFact => {
    const fact = marketFacts.find((one) => one.id === id);
    if (!fact) throw new Error(`no fact of one market is called "${id}"`);
    return { fact };
  });
  const needs = chosen.map(({ fact }) => onlyNeed(fact)?.watch ?? {});
  const people: PeopleNeed[] = needs.flatMap((need) => need.people ?? []);
  const distinct = people.filter((one, k) => people.indexOf(one) === k);
  const watched = watchMarket(market, institution, {
    applications: needs.some(({ applications }) => applications === true),
    loans: needs.some(({ loans }) => loans === true),
    trials: needs.some(({ trials }) => trials === true),
    people: distinct,
  });
  const values = chosen.flatMap((loaded, k) => {
    const snapshot = needs[k].people;
    const seen = seenOf(watched, snapshot && distinct.indexOf(snapshot));
    const [name] = Object.keys(loaded.fact.needs);
    return toldOrNaN(loaded, { [name]: seen });
  });
  return {
    ledger: watched.ledger,
    facts: Object.fromEntries(values.map(({ fact, value }) => [fact, value])),
  };
}

function toldOrNaN(loaded: LoadedFact, seen: Parameters<typeof tell>[1]): FactValue[] {
  try {
    return tell(loaded, seen);
  } catch (error) {
    if (error instanceof UserError) return [{ fact: loaded.fact.id, at: null, value: NaN }];
    throw error;
  }
}
