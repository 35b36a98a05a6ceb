import {
  chooseByContract,
  choosePrivately,
  createChoice,
  type Choice,
  type Primitives,
} from '../engine/people/choice.ts';
import { recovered, type LenderCosts } from '../engine/lenders/costs.ts';
import type { ObservedPage } from '../engine/columns/observed.ts';
import type { Economy } from '../engine/parameters.ts';

/**
 * What applicant r of the page would do under another contract than the one it was offered, by the engine's own
 * closed forms. The answer is overwritten by the next call.
 *
 * @param price D, in principals
 * @param stake V
 * @param collateral ℓ
 */
export type Chooser = (
  page: ObservedPage,
  r: number,
  price: number,
  stake: number,
  collateral: number,
) => Choice;

/** @param contractible whether effort and repayment are contracted (worlds C and F) */
export function chooserOf(economy: Economy, costs: LenderCosts, contractible: boolean): Chooser {
  const choice = createChoice();
  const borrower: Primitives = { value: 0, stigma: 0, collateral: 0, stake: 0 };
  return (page, r, price, stake, collateral) => {
    borrower.value = page.value[r];
    borrower.stigma = page.stigma[r];
    borrower.collateral = collateral;
    borrower.stake = stake;
    if (contractible) {
      const lost = collateral - recovered(costs.recovery[page.winner[r]], collateral, price);
      chooseByContract(economy, page.hazardOdds[r], borrower, price, lost, choice);
    } else {
      choosePrivately(economy, page.hazardOdds[r], borrower, price, choice);
    }
    return choice;
  };
}
