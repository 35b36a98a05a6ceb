/** Totals of one quarter, under the names that the ledger gives them (src/engine/ledger.ts). */
export type Outcomes = ReturnType<typeof emptyOutcomes>;

export const emptyOutcomes = () => ({
  applications: 0,
  approvals: 0,
  loans: 0,
  cannotPay: 0,
  willNotPay: 0,
  exploratoryLoans: 0,
  loanPd: 0,
  rate: 0,
  effort: 0,
  stake: 0,
  borrowerSurplus: 0,
  lenderProfit: 0,
  institutionRevenue: 0,
  institutionCost: 0,
});
