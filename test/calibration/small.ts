import type { FreeParameter } from '../../src/calibration/space.ts';
import type { Target } from '../../src/calibration/targets.ts';

/** A target of a measure: `targetOf('default-rate', 0.1, [0.05, 0.15])`. */
export function targetOf(
  measure: string,
  value: number,
  band: readonly [number, number],
  market = 'market-led',
): Target {
  const quantity = { kind: 'measure', measure } as const;
  const scale = (band[1] - band[0]) / 4;
  return { id: measure, market, quantity, value, scale, band, unit: 'share', source: 'test' };
}

export const free: readonly FreeParameter[] = [
  { key: 'economy.hazard.own', low: 2, high: 7, scale: 'linear', whole: false },
  { key: 'everyLender.operating', low: 0.004, high: 0.08, scale: 'log', whole: false },
  { key: 'economy.search.quotes', low: 1, high: 6, scale: 'linear', whole: true },
];
