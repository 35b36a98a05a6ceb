import type { Ledger, Market, Regime } from '../engine/index.ts';
import { tell, type LoadedFact } from './evaluate.ts';
import type { Fact, MarketNeed } from './fact.ts';
import { facts } from './registry.ts';
import type { PeopleNeed } from './seen.ts';
import { seenOf, watchMarket } from './watch/watch-market.ts';

/** The need of a fact that can be told of any single market, as it is; nothing of a fact that compares markets. */
export function onlyNeed({ needs, along }: Fact): MarketNeed | undefined {
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
 * @throws Error if there is no such fact; UserError if one has no value here
 */
export function observeFacts(
  market: Market,
  regime: Regime,
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
  const watched = watchMarket(market, regime, {
    applications: needs.some(({ applications }) => applications === true),
    loans: needs.some(({ loans }) => loans === true),
    trials: needs.some(({ trials }) => trials === true),
    people: distinct,
  });
  const values = chosen.flatMap((loaded, k) => {
    const snapshot = needs[k].people;
    const seen = seenOf(watched, snapshot && distinct.indexOf(snapshot));
    const [name] = Object.keys(loaded.fact.needs);
    return tell(loaded, { [name]: seen });
  });
  return {
    ledger: watched.ledger,
    facts: Object.fromEntries(values.map(({ fact, value }) => [fact, value])),
  };
}
