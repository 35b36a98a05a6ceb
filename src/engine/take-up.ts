import {
  chooseByContract,
  choosePrivately,
  createChoice,
  type Primitives,
} from './borrower-choice.ts';
import { oddsOf, recovered, type LenderCosts } from './lender-costs.ts';
import { pageSize } from '../random/draws.ts';
import type { Page } from './page.ts';
import type { Economy } from './parameters.ts';

/**
 * What each applicant would do with the contract it is offered (at the cap where refused), and who takes it:
 * those approved to whom the loan is worth more than not borrowing.
 */
export function takeUp(
  economy: Economy,
  costs: LenderCosts,
  page: Page,
  contractible: boolean,
): void {
  const { n, winner, price, stake, taken, approved } = page;
  const choice = createChoice();
  const borrower: Primitives = { value: 0, stigma: 0, collateral: 0, stake: 0 };
  for (let r = 0; r < n; r++) {
    borrower.value = page.value[r];
    borrower.stigma = page.stigma[r];
    borrower.collateral = page.collateral[r];
    borrower.stake = stake[r];
    if (contractible) {
      const recovery = costs.recovery[winner[r]];
      const lost = page.collateral[r] - recovered(recovery, page.collateral[r], price[r]);
      chooseByContract(economy, page.hazardOdds[r], borrower, price[r], lost, choice);
    } else {
      choosePrivately(economy, page.hazardOdds[r], borrower, price[r], choice);
    }
    page.hazard[r] = choice.hazard;
    page.effort[r] = choice.effort;
    page.failure[r] = choice.failure;
    page.willing[r] = choice.willing;
    page.pd[r] = choice.pd;
    page.loanValue[r] = choice.loanValue;
    taken[r] = approved[r] & (choice.loanValue > page.outside[r] ? 1 : 0);
  }
}

/** The winner's price-setting PD of every applicant, by its scorecard. */
export function estimateByScorecard(costs: LenderCosts, page: Page): void {
  const { n, winner, logOdds, estimate } = page;
  for (let r = 0; r < n; r++) {
    const odds = oddsOf(logOdds[winner[r] * pageSize + r], costs.logOddsCap);
    estimate[r] = odds / (1 + odds);
  }
}

/** The winner's price-setting PD where types are visible: the one its break-even price stands for. */
export function estimateByType(costs: LenderCosts, page: Page, breakEven: Float64Array): void {
  const { n, winner, collateral, estimate } = page;
  for (let r = 0; r < n; r++) {
    const j = winner[r];
    const cost = costs.cost[j];
    const atRisk = cost - recovered(costs.recovery[j], collateral[r], cost);
    const odds = atRisk > 0 ? (breakEven[j * pageSize + r] - cost) / atRisk : 0;
    estimate[r] = odds / (1 + odds);
  }
}
