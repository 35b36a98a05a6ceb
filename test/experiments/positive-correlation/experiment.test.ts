import { describe, expect, it } from 'vitest';
import { positiveCorrelation } from '../../../src/experiments/positive-correlation/experiment.ts';
import { economyWith, marketOf, regimeOf } from '../../engine/market.ts';
import { finder } from '../found.ts';

const market = marketOf({ borrowers: 8000, quarters: 30, burnIn: 10 });
const none = finder(positiveCorrelation.observe(market, regimeOf('none')));
const sizes = [500, 1000, 2000, 4000];
const at = (measure: string) => `positive-correlation:${measure}`;

describe('the positive-correlation test', () => {
  it('rejects where lenders do not see types: who takes would default more', () => {
    expect(none(at('given-information'))).toBeGreaterThan(0.05);
    expect(none(at('rejects'))).toBe(1);
  });

  it('gains power with the sample', () => {
    const power = sizes.map((size) => none(at('power'), 'actual', size));
    expect(power[0]).toBeLessThan(power[3]);
    expect(power[3]).toBeGreaterThan(0.9);
  });

  it('zero law: rejects in 5% of samples where types are visible, whatever their size', () => {
    expect(none(at('rejects'), 'types-visible')).toBe(0);
    expect(Math.abs(none(at('given-information'), 'types-visible'))).toBeLessThan(0.015);
    // About 70 samples of 500: at most 11 rejections in 99.9% of cases if the size is right.
    expect(none(at('power'), 'types-visible', 500)).toBeLessThan(0.15);
  });

  it('in the field mixes selection with the discipline of collateral', () => {
    expect(none(at('field'))).toBeGreaterThan(none(at('field-selection')));
    expect(none(at('field-selection'))).toBeGreaterThan(0.1);
    expect(Math.abs(none(at('field-selection'), 'types-visible'))).toBeLessThan(0.02);
    expect(none(at('field-rejects'))).toBe(1);
  });

  it('says that nothing is defined where nobody is approved', () => {
    const economy = economyWith({ pricing: { cap: 0.6, exploration: 0 } });
    const find = finder(
      positiveCorrelation.observe({ ...market, borrowers: 300, economy }, regimeOf('none')),
    );
    for (const measure of ['given-information', 'unconditional', 'w', 'rejects', 'field']) {
      expect(find(at(measure))).toBeNaN();
    }
    expect(find(at('power'), 'actual', 500)).toBeNaN();
  });
});
