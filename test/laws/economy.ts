import { economyParameters, lenderParameters, type Economy } from '../../src/engine/parameters.ts';
import { defaultsOf } from '../../src/parameters.ts';
import { lenders as prototypeLenders } from '../engine/economy.ts';

/** The economy as it is shipped: calibrated. Laws are about this one; tests of the engine take that of docs/model.md. */
export const economy = Object.fromEntries(
  Object.entries(economyParameters).map(([group, table]) => [group, defaultsOf(table)]),
) as unknown as Economy;

/** The lenders of docs/model.md, section 4, with the numbers that are shipped. */
export const lenders = prototypeLenders.map((lender) => ({
  ...lender,
  ...defaultsOf(lenderParameters),
  share: lender.share,
}));
