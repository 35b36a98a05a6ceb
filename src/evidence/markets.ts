import { UserError, type Problem } from '../errors.ts';
import {
  economyParameters,
  type Economy,
  type Market,
  type MarketInstitution,
} from '../engine/index.ts';
import { lenderColumns, type Institution, type Values } from '../institutions/index.ts';
import { institutions } from '../institutions/registry.ts';
import { defaultsOf, type ParameterTable } from '../parameters.ts';
import { rulesOf } from '../scenario/institutions/check.ts';
import { didYouMean } from '../suggest.ts';
import type { EconomyChanges, MarketNeed } from './fact.ts';

/** A market that a fact needs, found out from the one that is judged. */
export interface NeededMarket {
  /** Equal for equal markets: all that the numbers depend on. */
  readonly key: string;
  readonly market: Market;
  readonly institution: Institution;
  readonly values: Values;
}

/** Institutions of one's own by a number, since two may have one id. */
const numberOfOwn = new WeakMap<Institution, number>();
let lastNumber = 0;

/**
 * The market that a need names, beside the one that is judged.
 *
 * @throws UserError with everything in it that does not exist or is out of range
 */
export function neededMarket(base: Market, need: MarketNeed): NeededMarket {
  const problems: Problem[] = [];
  const institution = institutionOf(need, problems);
  const values = need.values ?? {};
  if (institution) checkNumbers(values, institution.parameters, 'values', problems);
  checkEconomy(need.economy ?? {}, problems);
  const lenders = lendersOf(base, need, problems);
  const quarters = quartersOf(base, need, problems);
  if (!institution || problems.length > 0) throw new UserError(problems);
  const market: Market = {
    ...base,
    quarters,
    lenders,
    economy: changed(base.economy, need.economy ?? {}),
  };
  const whose = Object.values(institutions).includes(institution)
    ? institution.id
    : numberOf(institution);
  const all = { ...defaultsOf(institution.parameters), ...values };
  const sorted = Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { key: JSON.stringify([whose, sorted, market]), market, institution, values };
}

/**
 * The rules of the institution that a need names.
 *
 * @throws UserError if they throw or answer nonsense
 */
export function institutionOfNeed({
  institution,
  values,
  market,
}: NeededMarket): MarketInstitution {
  return { rules: rulesOf(institution, values, lenderColumns(market.lenders)) };
}

function numberOf(institution: Institution): number {
  const number = numberOfOwn.get(institution) ?? ++lastNumber;
  numberOfOwn.set(institution, number);
  return number;
}

function institutionOf({ institution }: MarketNeed, problems: Problem[]): Institution | undefined {
  if (typeof institution !== 'string') return institution;
  const known: Readonly<Record<string, Institution>> = institutions;
  if (Object.hasOwn(known, institution)) return known[institution];
  const message = `there is no institution "${institution}"`;
  problems.push({ message, hint: didYouMean(institution, Object.keys(known)) });
  return undefined;
}

function checkEconomy(changes: EconomyChanges, problems: Problem[]): void {
  const tables: Readonly<Record<string, ParameterTable>> = economyParameters;
  for (const [group, numbers] of Object.entries(changes)) {
    if (Object.hasOwn(tables, group)) {
      checkNumbers({ ...numbers }, tables[group], `economy.${group}`, problems);
    } else {
      const message = `economy: there is no group "${group}"`;
      problems.push({ message, hint: didYouMean(group, Object.keys(tables)) });
    }
  }
}

/** Names and ranges, by passports. */
function checkNumbers(
  given: Values,
  table: ParameterTable,
  where: string,
  problems: Problem[],
): void {
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(table, name)) {
      const message = `${where}: there is no number "${name}"`;
      problems.push({ message, hint: didYouMean(name, Object.keys(table)) });
      continue;
    }
    const passport = table[name];
    const fits =
      passport.kind === 'switch'
        ? typeof value === 'boolean'
        : typeof value === 'number' && value >= passport.min && value <= passport.max;
    const allowed =
      passport.kind === 'switch' ? 'true or false' : `${passport.min}..${passport.max}`;
    if (!fits)
      problems.push({ message: `${where}.${name}: ${value} is not allowed; allowed: ${allowed}` });
  }
}

function lendersOf(base: Market, { lenders }: MarketNeed, problems: Problem[]): Market['lenders'] {
  if (lenders === undefined) return base.lenders;
  const known = base.lenders.map(({ id }) => id);
  for (const id of lenders) {
    if (known.includes(id)) continue;
    problems.push({ message: `lenders: there is no lender "${id}"`, hint: didYouMean(id, known) });
  }
  const kept = base.lenders.filter(({ id }) => lenders.includes(id));
  if (lenders.length === 0) problems.push({ message: 'lenders: a market needs at least one' });
  const all = kept.reduce((sum, { share }) => sum + share, 0);
  return kept.map((lender) => ({ ...lender, share: lender.share / all }));
}

function quartersOf(base: Market, { counted, watch, economy }: MarketNeed, problems: Problem[]) {
  const { burnIn } = base;
  const term = economy?.loan?.term ?? base.economy.loan.term;
  const quarters = Math.max(base.quarters, burnIn + (counted ?? 1) + term - 1);
  const people = watch?.people;
  if (people && burnIn + people.after + people.ahead > quarters) {
    problems.push({
      message: `people: a snapshot ${people.after} quarters after the burn-in and ${people.ahead} ahead of it do not fit into ${quarters} quarters, ${burnIn} of burn-in`,
      hint: `ask for more with counted, or run longer`,
    });
  }
  return quarters;
}

function changed(economy: Economy, changes: EconomyChanges): Economy {
  const groups = Object.entries(economy).map(([group, numbers]) => [
    group,
    { ...numbers, ...Reflect.get(changes, group) },
  ]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the groups of the economy, each whole
  return Object.fromEntries(groups) as Economy;
}
