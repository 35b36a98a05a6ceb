import type { Dimension } from './behaviours.ts';

/** Table 3: bands of the Sesame score. Both bounds are printed, so each inner bound stands in two bands. */
export const printedBands = [
  { from: 350, to: 550, printed: 'range', meant: 'poor' },
  { from: 550, to: 600, printed: 'secondary', meant: 'fair' },
  { from: 600, to: 650, printed: 'good', meant: 'good' },
  { from: 650, to: 700, printed: 'excellent', meant: 'excellent' },
  { from: 700, to: 950, printed: 'Excellent', meant: 'outstanding' },
] as const;

/** Table 4: weights of the dimensions, in the order printed, and what each draws on. */
export const printedWeights: readonly {
  readonly dimension: Dimension;
  readonly weight: number;
  readonly drawsOn: string;
}[] = [
  { dimension: 'contacts', weight: 0.05, drawsOn: 'friends’ traits and influence' },
  { dimension: 'identity', weight: 0.15, drawsOn: 'education, occupation' },
  { dimension: 'behaviour', weight: 0.25, drawsOn: 'taste in spending and investing' },
  { dimension: 'capacity', weight: 0.2, drawsOn: 'property, balance with Alipay' },
  { dimension: 'history', weight: 0.35, drawsOn: 'repayment of cards and of Huabei' },
];

/** Table 5: whose market share stands behind each behaviour (the shares themselves: sesame/behaviours.ts). */
export const shareOwners: Readonly<Record<string, string>> = {
  'social-contacts': 'Alibaba’s chat app (printed “point bugs”) in social software',
  microblog: 'Sina Weibo in microblogs',
  identity: 'users under their real name',
  search: 'Shenma in search engines',
  'internet-finance': 'Alibaba’s wealth arm in Internet finance',
  'credit-repayment': 'Huabei (printed “ant flower”) in payment credit',
  payment: 'Alipay in third-party payment',
  shopping: 'Tmall in B2C online retail',
  'credit-loan': 'Ant’s loans in P2P lending volume',
};

/** Table 6 as printed, digit for digit and in the printed order, which the paper calls rising. */
export const printedInfluence: readonly {
  readonly behaviour: string;
  readonly multiplier: string;
  readonly impact: string;
}[] = [
  { behaviour: 'social-contacts', multiplier: '0.002', impact: '2.5' },
  { behaviour: 'search', multiplier: '0.011', impact: '14.6' },
  { behaviour: 'internet-finance', multiplier: '0.017', impact: '22.7' },
  { behaviour: 'microblog', multiplier: '0.022', impact: '29.3' },
  { behaviour: 'credit-loan', multiplier: '0.042', impact: '56' },
  { behaviour: 'credit-repayment', multiplier: '0.029', impact: '38.4' },
  { behaviour: 'payment', multiplier: '0.0679', impact: '90.5' },
  { behaviour: 'shopping', multiplier: '0.0745', impact: '99.3' },
  { behaviour: 'identity', multiplier: '0.075', impact: '100' },
];

/** The behaviour whose multiplier the paper sets to an impact of 100. */
export const yardstick = 'identity';

/** Weight of a dimension (Table 4), 0..1. */
export function weightOf(dimension: Dimension): number {
  return printedWeights.find((row) => row.dimension === dimension)?.weight ?? Number.NaN;
}
