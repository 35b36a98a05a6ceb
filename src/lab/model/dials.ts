/** A dial of the bench: a key of the economy, or a parameter of the institution of one town. */
export interface Dial {
  readonly key: string;
  readonly tab: 'people' | 'lenders' | 'institution';
  readonly from: number;
  readonly to: number;
  readonly step: number;
  /** What it says in the economy of the lab (scenarios/lecture.yaml). */
  readonly usual: number;
}

const dial = (
  tab: Dial['tab'],
  key: string,
  [from, to, step]: readonly [number, number, number],
  usual: number,
): Dial => ({ key, tab, from, to, step, usual });

export const dials: readonly Dial[] = [
  dial('people', 'economy.outside.base', [-0.5, 0.4, 0.01], -0.09),
  dial('people', 'economy.use.dial', [0, 2, 0.01], 0.83),
  dial('people', 'economy.sanctions.stigma', [0, 3, 0.1], 1.2),
  dial('people', 'economy.behaviour.effortCost', [0.2, 20, 0.2], 3.8),
  dial('people', 'economy.behaviour.awareness', [0, 1, 0.1], 1),
  dial('lenders', 'economy.signals.incomeNoise', [0, 10, 0.05], 0.55),
  dial('lenders', 'economy.signals.capitalNoise', [0, 10, 0.05], 1.55),
  dial('lenders', 'economy.search.quotes', [1, 6, 1], 3),
  dial('lenders', 'economy.pricing.maxMarkup', [0, 0.2, 0.001], 0.097),
  dial('lenders', 'economy.pricing.cap', [0.16, 1, 0.02], 0.36),
  dial('institution', 'retentionNegative', [0, 28, 1], 28),
  dial('institution', 'retentionPositive', [0, 28, 1], 28),
  dial('institution', 'falseDefault', [0, 0.2, 0.005], 0),
  dial('institution', 'fee', [0, 0.02, 0.0005], 0),
];
