import { total } from './mathematics.ts';
import type { MarketInput, MarketResult } from './market.ts';
import type { SumName } from './sums.ts';

const ratio = (top: number, bottom: number) => (bottom === 0 ? undefined : top / bottom);

/** The measures of section 9.3 over counted quarters; undefined where a ratio's bottom is 0. */
export function measuresOf(input: MarketInput, { ledger }: MarketResult) {
  const last = input.quarters - input.economy.term;
  const sum = (name: SumName) => total(ledger.sums[name].slice(input.burnIn, last + 1));
  const counted = last - input.burnIn + 1;
  const loans = sum('loans');
  const defaults = sum('cannotPay') + sum('willNotPay');
  const { lenders } = ledger;
  const asked = total(lenders.map((one) => one.asked));
  const large = lenders.filter((one) => one.loans >= 500);
  const most = (numbers: readonly number[]) =>
    numbers.length === 0 ? undefined : Math.max(...numbers);
  const paid = ratio(sum('paidBeforeDefault') + sum('recovered'), sum('defaultedPrincipal'));
  return {
    'approval-rate': ratio(sum('approvals'), sum('applications')),
    'take-up-rate': ratio(loans - sum('exploratoryLoans'), sum('approvals')),
    'default-rate': ratio(defaults, loans),
    'cannot-pay-rate': ratio(sum('cannotPay'), loans),
    'will-not-pay-rate': ratio(sum('willNotPay'), loans),
    apr: ratio(sum('apr'), loans),
    'total-cost': ratio(sum('totalCost'), loans),
    'loss-given-default': paid === undefined ? undefined : 1 - paid,
    'lender-profit': ratio(sum('lenderProfit'), sum('principal')),
    welfare: ratio(sum('welfare'), sum('applications')),
    effort: ratio(sum('effort'), sum('loanQuarters')),
    stake: ratio(sum('stakeOwn') + sum('stakeShared'), loans),
    'open-loans': sum('openLoans') / (input.borrowers * counted),
    'debt-service': ratio(sum('serviceToIncome'), sum('owing')),
    'life-pd-gap': ratio(sum('loanPd') - defaults, loans),
    'lender-share-gap':
      loans === 0 || asked === 0
        ? undefined
        : most(lenders.map((one) => Math.abs(one.loans / loans - one.asked / asked))),
    'lender-calibration-gap': most(
      large.map((one) => Math.abs(one.estimate - one.defaults) / one.loans),
    ),
    'lender-worst-profit':
      large.length === 0
        ? undefined
        : Math.min(...large.map((one) => one.realisedProfit / one.principal)),
  };
}

/** What section 15 prints of a market. */
export function summaryOf(input: MarketInput, result: MarketResult) {
  const { ledger, history } = result;
  const last = input.quarters - input.economy.term;
  const sum = (name: SumName) => total(ledger.sums[name].slice(input.burnIn, last + 1));
  const measures = measuresOf(input, result);
  const thetas = history.slice(input.burnIn, last + 1).map((beliefs) => beliefs.theta);
  return {
    approval: measures['approval-rate'],
    taken: measures['take-up-rate'],
    default: measures['default-rate'],
    willNotPayShare: ratio(sum('willNotPay'), sum('willNotPay') + sum('cannotPay')),
    apr: measures.apr,
    lgd: measures['loss-given-default'],
    welfare: 100 * (measures.welfare ?? Number.NaN),
    stake: measures.stake,
    sharedPart: ratio(sum('stakeShared'), sum('stakeOwn') + sum('stakeShared')),
    theta: total(thetas) / thetas.length,
    effort: measures.effort,
  };
}
