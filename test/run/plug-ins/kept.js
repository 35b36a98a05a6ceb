/** Quarters that records are kept. */
export const kept = { retentionNegative: 4, retentionPositive: 4 };
