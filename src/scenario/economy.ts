import { economyParameters, type Economy } from '../engine/parameters.ts';
import type { Lender } from '../engine/setup.ts';
import { defaultsOf } from '../parameters.ts';
import type { Draft } from './draft.ts';

/** The economy of a scenario: what it sets, and the defaults of the rest. */
export function readEconomy({ given }: Draft): Economy {
  const groups = Object.entries(economyParameters).map(([group, table]) => [
    group,
    { ...defaultsOf(table), ...given.economy?.[group] },
  ]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every group of the table, and the schema of each
  return Object.fromEntries(groups) as Economy;
}

/** Notes where the economy contradicts itself or the lenders. */
export function checkEconomy(draft: Draft, economy: Economy, lenders: readonly Lender[]): void {
  const { complain } = draft;
  const { quotes } = economy.search;
  if (quotes > lenders.length) {
    complain(
      [['economy', 'search', 'quotes'], ['lenders']],
      `${quotes} quotes from ${lenders.length} lenders\n` +
        `a borrower asks each lender once: at most ${lenders.length}`,
    );
  }
  const lowest = Math.min(...lenders.map((lender) => 1 + lender.funding + lender.operating));
  if (economy.pricing.cap <= lowest) {
    complain(
      [['economy', 'pricing', 'cap'], ['lenders']],
      `${economy.pricing.cap} is no more than the cheapest loan costs its lender, ${lowest}: nobody would lend\n` +
        'the cap bounds D, which repays principal and interest: 1 + funding + operating is the least of it',
    );
  }
  const { patience, patienceSpread } = economy.behaviour;
  const { max } = economyParameters.behaviour.patience;
  if (patience + patienceSpread > max || patience - patienceSpread < 0) {
    complain(
      [
        ['economy', 'behaviour', 'patienceSpread'],
        ['economy', 'behaviour', 'patience'],
      ],
      `patience ${patience} ± ${patienceSpread} leaves 0..${max}\nlower the spread`,
    );
  }
}
