import { economyParameters, type Economy } from '../engine/parameters.ts';
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
export function checkEconomy(draft: Draft, economy: Economy, { count, cheapest }: Lenders): void {
  const complain: Draft['complain'] = (paths, text) => {
    if (!paths.some(draft.isUnreadable)) draft.complain(paths, text);
  };
  const { quotes } = economy.search;
  if (count !== undefined && quotes > count) {
    complain(
      [['economy', 'search', 'quotes'], ['lenders']],
      `${quotes} quotes from ${count} lenders\n` +
        `a borrower asks each lender once: at most ${count}`,
    );
  }
  const { cap } = economy.pricing;
  if (cheapest !== undefined && cap <= cheapest) {
    complain(
      [['economy', 'pricing', 'cap'], ['lenders']],
      `${cap} is no more than the cheapest loan costs its lender, ${cheapest}: nobody would lend\n` +
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
