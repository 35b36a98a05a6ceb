/** A whole amount with its sign. */
export const signed = (amount: number): string => `${amount < 0 ? '−' : '+'}${Math.abs(amount)}`;
