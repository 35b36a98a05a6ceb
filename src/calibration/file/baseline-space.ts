import type { FreeParameter } from '../space.ts';

const linear = (key: string, low: number, high: number): FreeParameter => ({
  ...{ key, low, high },
  ...{ scale: 'linear', whole: false },
});
const ln = (key: string, low: number, high: number): FreeParameter => ({
  ...linear(key, low, high),
  scale: 'log',
});

/** What the baseline's calibration searches where a targets file names nothing: docs/model.md, section 13. */
export const baselineSpace: readonly FreeParameter[] = [
  linear('economy.hazard.liquidity', 3, 9),
  linear('economy.hazard.own', 2, 7),
  ln('economy.hazard.capacity', 0.05, 1.5),
  ln('economy.hazard.capital', 0.3, 4),
  ln('economy.hazard.debt', 0.1, 2.5),
  linear('economy.hazard.strain', 0.5, 3.5),
  linear('economy.traits.characterLoading', 0, 0.9),
  ln('economy.need.demand', 0.1, 0.8),
  linear('economy.use.meanValue', 1.2, 2),
  linear('economy.use.dial', 0.1, 2),
  ln('economy.sanctions.stigma', 0.03, 2),
  linear('economy.sanctions.enforcement', 0.2, 2),
  ln('economy.sanctions.collateral', 0.02, 0.3),
  ln('economy.behaviour.willingness', 0.04, 0.6),
  ln('economy.behaviour.effortCost', 0.3, 40),
  linear('economy.outside.base', -0.15, 0.3),
  ln('economy.outside.taste', 0.05, 0.6),
  linear('economy.signals.incomeNoise', 0.15, 2.5),
  linear('economy.signals.capitalNoise', 0.2, 3),
  ln('economy.search.tasteForLender', 0.003, 0.05),
  linear('economy.pricing.maxMarkup', 0.02, 0.15),
  linear('everyLender.operating', 0.004, 0.08),
];
