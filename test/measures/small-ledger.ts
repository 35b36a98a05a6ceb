import { measures } from '../../src/measures/registry.ts';
import { countedQuarters } from '../../src/measures/sums.ts';
import { ledgerOf } from './fixture.ts';

export function valueOf(id: string, ledger: ReturnType<typeof ledgerOf>): number {
  const measure = measures.find((candidate) => candidate.id === id);
  if (!measure) throw new Error(`no measure ${id}`);
  return measure.of(ledger, ...countedQuarters(ledger));
}

/** Three quarters, the first of them burn-in and the last unfinished at term 2, with numbers that can be checked on paper. */
export const small = ledgerOf({
  borrowers: 200,
  burnIn: 1,
  term: 2,
  covered: 50,
  lenders: [
    {
      asked: 30,
      willing: 24,
      loans: 15,
      principal: 10,
      defaults: 3,
      estimate: 2,
      realisedProfit: 1,
    },
    { asked: 20, loans: 5, principal: 5, defaults: 1, estimate: 1, realisedProfit: -0.5 },
  ],
  theta: [1, 1.5, 9],
  quintiles: [
    [10, 2],
    [10, 4],
    [10, 6],
    [10, 8],
    [10, 10],
  ],
  histograms: {
    applicantGood: [
      [3, 3],
      [9, 1],
    ],
    applicantBad: [
      [3, 1],
      [9, 1],
    ],
    fundedGood: [[0, 10]],
    fundedBad: [[5, 10]],
  },
  sums: [
    { applications: 999, approvals: 1, loans: 1, cannotPay: 1 },
    {
      applications: 50,
      approvals: 40,
      loans: 20,
      inquiries: 150,
      thinApplications: 10,
      thinApprovals: 4,
      safeApplications: 25,
      safeApprovals: 24,
      safeLoans: 15,
      cannotPay: 3,
      willNotPay: 1,
      exploratoryLoans: 2,
      principal: 25,
      apr: 5,
      totalCost: 3,
      approvedApr: 12,
      effort: 12,
      loanQuarters: 48,
      stakeOwn: 1,
      stakeShared: 4,
      defaultedPrincipal: 5,
      paidBeforeDefault: 1,
      recovered: 0.5,
      openLoans: 60,
      owing: 50,
      owingSeveral: 10,
      serviceToIncome: 20,
      openBalance: 30,
      income: 300,
      welfare: 5,
      borrowerSurplus: 4,
      lenderProfit: 0.75,
      realisedProfit: 0.5,
      fees: 0.5,
      institutionCost: 0.25,
      use: 30,
      outside: -1,
      stigma: 2,
      loanEstimate: 3,
      applicantEstimate: 12,
      applicantPd: 10,
      approvedPd: 6,
      loanPd: 4.5,
    },
    { applications: 999, approvals: 1, loans: 1, willNotPay: 1 },
  ],
});
