import { createInstitution, type Institution } from '../naive/institution.ts';
import { type InstitutionOptions } from '../naive/rules.ts';
import { simulateMarket, type MarketResult } from '../naive/market.ts';
import {
  defaultEconomy,
  defaultLenders,
  type Economy as NaiveEconomy,
  type Lender,
  type Sanctions,
  type World,
} from '../naive/parameters.ts';
import { anythingOpen } from '../naive/institution.ts';
import { beside } from '../naive/tiers.ts';
import { economyParameters, type Economy } from '../../src/engine/parameters.ts';
import type { Ledger } from '../../src/engine/ledger.ts';
import type { Market, MarketInstitution } from '../../src/engine/setup.ts';
import { simulateWorlds } from '../../src/engine/simulate.ts';
import { declaredInstitution } from '../../src/scenario/institutions/declared.ts';
import { institutions } from '../../src/institutions/registry.ts';
import { Access, type Rules } from '../../src/institutions/institution.ts';

/** A market as both versions are to simulate it. What is not given is docs/model.md's. */
export interface Case {
  readonly id: string;
  /** The institution's numbers that differ. */
  readonly values?: InstitutionOptions;
  /** Institutions that stand beside it as one, with their numbers. */
  readonly beside?: readonly { readonly id: string; readonly values?: InstitutionOptions }[];
  /** The economy's numbers that differ, under the names of formulas. */
  readonly economy?: Partial<NaiveEconomy>;
  readonly lenders?: readonly Lender[];
  readonly worlds: readonly World[];
  readonly sanctions: Sanctions;
  readonly borrowers: number;
  readonly quarters: number;
  readonly burnIn: number;
  readonly seed: readonly [number, number];
}

/** Where formulas' names stand in a scenario, for those that are called otherwise there. */
const places: Readonly<Record<string, string>> = {
  strainLiquidity: 'hazard.strain',
  macroPersistence: 'macro.persistence',
  macroDeviation: 'macro.deviation',
  strainEntry: 'strain.entry',
  strainExit: 'strain.exit',
  strainNeed: 'strain.need',
  strainFootprint: 'strain.footprint',
  incomeMean: 'income.mean',
  incomeSpread: 'income.spread',
  demand: 'need.demand',
  needShape: 'need.shape',
  sizeElasticity: 'size.elasticity',
  sizeSpread: 'size.spread',
  outside: 'outside.base',
  x0: 'reputation.prior',
  misreportingShare: 'misreporting.share',
  misreportingInflation: 'misreporting.inflation',
  misreportingCost: 'misreporting.cost',
  macro: 'hazard.macro',
};

function placeOf(name: string): readonly [string, string] {
  if (name in places) {
    const [group, own] = places[name].split('.');
    return [group, own];
  }
  const groups = Object.entries(economyParameters).filter(([, table]) => name in table);
  if (groups.length !== 1)
    throw new Error(
      `${name} of bench/naive stands in ${groups.length} groups of the engine: say in which, in places of bench/agreement/markets.ts`,
    );
  return [groups[0][0], name];
}

/** The engine's economy of these numbers. */
function engineEconomy(flat: NaiveEconomy): Economy {
  const groups: Record<string, Record<string, number | boolean>> = {};
  for (const [name, value] of Object.entries(flat)) {
    const [group, own] = placeOf(name);
    groups[group] ??= {};
    groups[group][own] = name === 'homeLender' ? value === 1 : value;
  }
  for (const [group, table] of Object.entries(economyParameters)) {
    for (const name of Object.keys(table)) {
      if (groups[group]?.[name] === undefined)
        throw new Error(
          `bench/naive lacks ${group}.${name}: from docs/model.md into bench/naive/parameters.ts, then into its economy`,
        );
    }
  }
  const isWhole = (some: unknown): some is Economy => some !== undefined;
  if (!isWhole(groups)) throw new Error('no economy');
  return groups;
}

/** The engine's market and institution of a case. */
function engineMarket(one: Case): { market: Market; institution: MarketInstitution } {
  const { borrowers, quarters, burnIn, seed, values = {} } = one;
  const economy = engineEconomy({ ...defaultEconomy, ...one.economy });
  const { participation, withoutBalances, declared, ...numbers } = values;
  const institution = declared
    ? declaredInstitution('declared', { label: '', facts: {}, values: {}, ...declared })
    : institutions[one.id];
  const own = institution.rules(numbers);
  const others = (one.beside ?? []).flatMap(({ id, values: given = {} }) => {
    const { participation: _, withoutBalances: __, declared: ___, ...other } = given;
    const { beside: more = [], ...tier } = institutions[id].rules(other);
    return [tier, ...more];
  });
  const rules = others.length > 0 ? { ...own, beside: [...(own.beside ?? []), ...others] } : own;
  const lenders = one.lenders ?? defaultLenders;
  return {
    market: { borrowers, quarters, burnIn, seed, economy, lenders },
    institution: {
      rules: withoutBalances === true ? hideOpenLoans(rules) : rules,
      ...(participation === undefined ? {} : { participation }),
    },
  };
}

/** The same rules with every level `full` without balances. */
function hideOpenLoans(rules: Rules): Rules {
  return {
    ...rules,
    access(lenders, contributing, out) {
      rules.access(lenders, contributing, out);
      for (let k = 0; k < out.level.length; k++) {
        if (out.level[k] === Access.full) out.level[k] = Access['full-without-balances'];
      }
    },
  };
}

export const runEngine = (one: Case): Partial<Record<World, Ledger>> => {
  const { market, institution: marketInstitution } = engineMarket(one);
  return simulateWorlds(market, marketInstitution, one.worlds, { sanctions: one.sanctions });
};

/** What the naive version leaves of each world, and the institution as it understands it. */
export function runNaively(one: Case): {
  institution: Institution;
  results: Partial<Record<World, MarketResult>>;
} {
  const { id, worlds, sanctions, borrowers, quarters, burnIn, seed } = one;
  const lenders = one.lenders ?? defaultLenders;
  const economy = { ...defaultEconomy, ...one.economy };
  const { participation } = one.values ?? {};
  const parts = [{ id, values: one.values ?? {} }, ...(one.beside ?? [])].map((part) =>
    createInstitution(part.id, lenders, {
      ...part.values,
      ...(participation !== undefined && { participation }),
    }),
  );
  const institution = parts.length > 1 ? beside(parts) : parts[0];
  const market = { borrowers, quarters, burnIn, seed, economy, lenders, institution, sanctions };
  const unaware = economy.awareness < 1 && anythingOpen(institution);
  const none = createInstitution('none', lenders);
  const elsewhere = unaware
    ? { withoutSharing: simulateMarket({ ...market, institution: none, world: 'actual' }).history }
    : {};
  const results: Partial<Record<World, MarketResult>> = {};
  let held = {};
  if (sanctions === 'held' || worlds.includes('actual')) {
    const actual = simulateMarket({ ...market, ...elsewhere, world: 'actual' });
    results.actual = actual;
    if (sanctions === 'held') held = { held: actual.history };
  }
  for (const world of worlds) {
    if (world === 'actual') continue;
    results[world] = simulateMarket({ ...market, ...elsewhere, ...held, world });
  }
  return { institution, results };
}
