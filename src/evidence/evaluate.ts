import type { Market } from '../engine/index.ts';
import { neededMarket, institutionOfNeed, type NeededMarket } from './markets.ts';
import type { PeopleNeed, Seen } from './seen.ts';
import { blamed, tell, type FactValue, type LoadedFact } from './tell.ts';
import { seenOf, watchMarket, type WatchedMarket } from './watch/watch-market.ts';

/** A market that facts need, and all that any of them wants written down of it. */
interface Order {
  readonly needed: NeededMarket;
  readonly watch: { applications: boolean; loans: boolean; trials: boolean };
  readonly people: PeopleNeed[];
}

/** A fact with the markets that it needs: name, key, and which of the snapshots. */
interface Asking {
  readonly loaded: LoadedFact;
  readonly needs: readonly {
    readonly name: string;
    readonly key: string;
    readonly snapshot: number | undefined;
  }[];
}

/**
 * What facts come to in one replicate: every market that they need is run once, and forgotten when all who read it have
 * been told. A pure function of its arguments.
 *
 * @param base the market that is judged: economy, lenders, size, seed
 * @throws UserError, naming the fact, if a need cannot be met, or a fact throws or gives no number
 */
export function evaluateFacts(base: Market, all: readonly LoadedFact[]): FactValue[] {
  const { orders, asking } = planOf(base, all);
  const found = new Map<string, WatchedMarket>();
  const values = new Map<LoadedFact, FactValue[]>();
  for (const [ordered, { needed, watch, people }] of orders) {
    found.set(ordered, watchMarket(needed.market, institutionOfNeed(needed), { ...watch, people }));
    for (const { loaded, needs } of asking) {
      if (values.has(loaded)) continue;
      const seen: Record<string, Seen> = {};
      for (const { name, key, snapshot } of needs) {
        const watched = found.get(key);
        if (watched) seen[name] = seenOf(watched, snapshot);
      }
      if (Object.keys(seen).length === needs.length) values.set(loaded, tell(loaded, seen));
    }
    for (const key of found.keys()) {
      const waits = asking.some(
        ({ loaded, needs }) => !values.has(loaded) && needs.some((need) => need.key === key),
      );
      if (!waits) found.delete(key);
    }
  }
  return all.flatMap((loaded) => values.get(loaded) ?? []);
}

/**
 * How many markets a replicate runs.
 *
 * @throws UserError, naming the fact, if a need cannot be met
 */
export function marketsOf(base: Market, all: readonly LoadedFact[]): number {
  return planOf(base, all).orders.size;
}

/** What is to be run, and who waits for it. */
function planOf(base: Market, all: readonly LoadedFact[]) {
  const orders = new Map<string, Order>();
  const asking = all.map((loaded): Asking => {
    const needs = Object.entries(loaded.fact.needs).map(([name, need]) => {
      const needed = blamed(loaded, `needs.${name}: `, () => neededMarket(base, need));
      const { key } = needed;
      const order = orders.get(key) ?? {
        needed,
        watch: { applications: false, loans: false, trials: false },
        people: [],
      };
      orders.set(key, order);
      const { applications = false, loans = false, trials = false, people } = need.watch ?? {};
      order.watch.applications ||= applications;
      order.watch.loans ||= loans;
      order.watch.trials ||= trials;
      return { name, key, snapshot: people && placeOf(order.people, people) };
    });
    return { loaded, needs };
  });
  return { orders, asking };
}

/** Place of a snapshot among those that are taken; it is added if it is new. */
function placeOf(people: PeopleNeed[], need: PeopleNeed): number {
  const text = JSON.stringify(need);
  const at = people.findIndex((one) => JSON.stringify(one) === text);
  return at < 0 ? people.push(need) - 1 : at;
}
