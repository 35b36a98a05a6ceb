/** Sesame Credit's dimensions, in the order of Table 4 of Xu, Guo & Li. */
export const dimensions = ['contacts', 'identity', 'capacity', 'behaviour', 'history'] as const;
export type Dimension = (typeof dimensions)[number];

/** The nine behaviours behind the score, in the order of Table 5. */
export interface Behaviour {
  readonly id: string;
  readonly label: string;
  readonly dimension: Dimension;
  /** Latent traits that it shows; several are averaged and standardised. */
  readonly traits: readonly ('character' | 'capacity' | 'capital')[];
  /** Market share of Alibaba's product, Table 5, 0..1. */
  readonly marketShare: number;
  /** Whether a borrower can inflate it (assumption: all but what a third party verifies). */
  readonly gameable: boolean;
  /** Whether strain shows in it: what a platform sees of spending (assumption). */
  readonly strained: boolean;
}

export const behaviours: readonly Behaviour[] = [
  { id: 'social-contacts', label: 'Social contacts', dimension: 'contacts', traits: ['character'], marketShare: 0.075, gameable: true, strained: false },
  { id: 'microblog', label: 'Microblog', dimension: 'contacts', traits: ['character'], marketShare: 0.878, gameable: true, strained: false },
  { id: 'identity', label: 'Identity authentication', dimension: 'identity', traits: ['capacity'], marketShare: 1, gameable: false, strained: false },
  { id: 'search', label: 'Search', dimension: 'identity', traits: ['capacity'], marketShare: 0.1461, gameable: true, strained: false },
  { id: 'internet-finance', label: 'Internet finance', dimension: 'capacity', traits: ['capital'], marketShare: 0.17, gameable: false, strained: false },
  { id: 'credit-repayment', label: 'Credit repayment', dimension: 'capacity', traits: ['character'], marketShare: 0.288, gameable: false, strained: false },
  { id: 'payment', label: 'Third-party payment', dimension: 'behaviour', traits: ['capacity', 'capital'], marketShare: 0.543, gameable: true, strained: true },
  { id: 'shopping', label: 'Online shopping', dimension: 'behaviour', traits: ['capacity'], marketShare: 0.596, gameable: true, strained: true },
  { id: 'credit-loan', label: 'Credit loan', dimension: 'history', traits: ['character'], marketShare: 0.12, gameable: false, strained: false },
];
