/** The names of section 9.2, in its order. */
export const sumNames = [
  'applications', 'approvals', 'exploratoryOffers', 'inquiries',
  'thinApplications', 'thinApprovals', 'safeApplications', 'safeApprovals', 'safeLoans',
  'strainApplications', 'sizeAsked', 'applicantPd', 'applicantEstimate', 'applicantBrier',
  'applicantBrierPd', 'misreports', 'misreportingCost',
  'approvedPd', 'approvedApr', 'approvedTotalCost',
  'tasteTaking',
  'loans', 'exploratoryLoans', 'principal', 'loanPd', 'loanEstimate', 'fundedBrier', 'price',
  'apr', 'totalCost', 'stakeOwn', 'stakeShared', 'cannotPay', 'willNotPay',
  'expectedCannotPay', 'expectedWillNotPay', 'loanQuarters', 'effort', 'defaultedPrincipal', 'paidBeforeDefault', 'defaultedBalance',
  'recovered',
  'use', 'instalments', 'collectionsTaken', 'collateralLost', 'stigma', 'enforcement',
  'effortCost', 'perksLost', 'outside', 'leakLosses', 'borrowerSurplus', 'lenderInflow', 'resources', 'fees',
  'institutionCost', 'lenderProfit', 'realisedProfit', 'collateralDestroyed', 'funding', 'time',
  'tasteRefusing', 'welfare',
  'openLoans', 'owing', 'owingSeveral', 'openBalance', 'service', 'serviceToIncome', 'income',
] as const; // prettier-ignore

export type SumName = (typeof sumNames)[number];

export const histogramNames = [
  'applicantGood',
  'applicantBad',
  'fundedGood',
  'fundedBad',
  'fundedExpectedGood',
  'fundedExpectedBad',
] as const;
export type HistogramName = (typeof histogramNames)[number];

export type Sums = Record<SumName, number[]>;

export const zeros = (length: number) => Array.from({ length }, () => 0);

/** A column of zeros for each name. */
export function zerosBy<Name extends string>(
  names: readonly Name[],
  length: number,
): Record<Name, number[]> {
  const columns: Partial<Record<Name, number[]>> = {};
  for (const name of names) columns[name] = zeros(length);
  const isComplete = (some: typeof columns): some is Record<Name, number[]> =>
    names.every((name) => name in some);
  if (!isComplete(columns)) throw new Error('a name is missing');
  return columns;
}

/** Fills in borrower surplus, lender profit and welfare, quarter by quarter. */
export function settle(sums: Sums): void {
  for (let t = 0; t < sums.welfare.length; t++) {
    const at = (name: SumName) => sums[name][t];
    sums.borrowerSurplus[t] =
      at('use') -
      at('instalments') -
      at('collectionsTaken') -
      at('collateralLost') -
      at('stigma') -
      at('enforcement') -
      at('effortCost') -
      at('perksLost') -
      at('outside') -
      at('leakLosses') -
      at('misreportingCost');
    sums.lenderProfit[t] = at('lenderInflow') - at('resources') - at('fees');
    sums.welfare[t] =
      at('borrowerSurplus') + at('lenderProfit') + at('fees') - at('institutionCost');
  }
}

/** Section 9.1's identity: welfare is what it makes less what it destroys, transfers left out. */
export function checkIdentity(sums: Sums): void {
  for (let t = 0; t < sums.welfare.length; t++) {
    const at = (name: SumName) => sums[name][t];
    const gains = [at('use'), at('funding'), at('time')];
    const losses = [
      at('outside'),
      at('leakLosses'),
      at('stigma'),
      at('enforcement'),
      at('collateralDestroyed'),
      at('effortCost'),
      at('perksLost'),
      at('resources'),
      at('institutionCost'),
      at('misreportingCost'),
    ];
    const made = gains.reduce((sum, one) => sum + one, 0);
    const destroyed = losses.reduce((sum, one) => sum + one, 0);
    const size = [...gains, ...losses].reduce((sum, one) => sum + Math.abs(one), 0);
    const gap = Math.abs(at('welfare') - (made - destroyed));
    if (!(gap <= 1e-12 * Math.max(size, 1))) {
      throw new Error(`quarter ${t}: welfare misses the identity by ${gap} of ${size}`);
    }
  }
}
