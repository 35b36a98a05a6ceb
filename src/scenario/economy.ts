import { type Economy, economyParameters, priceAtRate } from '../engine/index.ts';
import { defaultsOf } from '../parameters.ts';
import type { Draft } from './draft.ts';
import type { Lenders } from './lenders.ts';

/** The economy of a scenario: what it sets, and the defaults of the rest. */
export function readEconomy({ given }: Draft): Economy {
  const groups = Object.entries(economyParameters).map(([group, table]) => [
    group,
    { ...defaultsOf(table), ...given.economy?.[group] },
  ]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every group of the table, and the schema of each
  return Object.fromEntries(groups) as Economy;
}

/** Notes where the economy contradicts itself or the lenders, as far as both could be read. */
export function checkEconomy(draft: Draft, economy: Economy, { count, leastPrice }: Lenders): void {
  const complain: Draft['complain'] = (paths, text) => {
    if (!paths.some(draft.isUnreadable)) draft.complain(paths, text);
  };
  const quotes = tooManyQuotes(economy, count);
  if (quotes !== undefined) complain([['economy', 'search', 'quotes'], ['lenders']], quotes);
  const cap = capTooLow(economy, leastPrice);
  const places = [['economy', 'pricing', 'cap'], ['economy', 'loan', 'term'], ['lenders']] as const;
  if (cap !== undefined) complain(places, cap);
}

/** @param count of lenders; undefined if it is not known */
export function tooManyQuotes(
  { search: { quotes } }: Economy,
  count: number | undefined,
): string | undefined {
  if (count === undefined || quotes <= count) return undefined;
  return `${quotes} quotes from ${count} lender${count === 1 ? '' : 's'}\na borrower asks each lender once: economy.search.quotes is at most ${count}`;
}

/** @param leastPrice undefined if it is not known */
export function capTooLow(
  { pricing: { cap }, loan: { term } }: Economy,
  leastPrice: Lenders['leastPrice'],
): string | undefined {
  const highest = priceAtRate(cap / 4, term);
  const least = leastPrice?.(term);
  if (least === undefined || highest > least) return undefined;
  return (
    `at ${cap} a year a borrower repays ${highest.toFixed(4)} per unit lent in ${term} quarters, and the cheapest ` +
    `lender needs ${least.toFixed(4)} even if all repay: nobody would lend\n` +
    'raise the cap, an annual rate, or lower funding and operating'
  );
}
