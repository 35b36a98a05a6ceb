/** What became of a loan. */
export const Outcome = { repaid: 0, cannotPay: 1, willNotPay: 2 } as const;
