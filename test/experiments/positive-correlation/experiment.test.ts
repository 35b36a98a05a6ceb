import { describe, expect, it } from 'vitest';
import { positiveCorrelation } from '../../../src/experiments/positive-correlation/experiment.ts';
import { positiveCorrelationReading } from '../../../src/experiments/positive-correlation/reading.ts';
import type { Samples } from '../../../src/replicates/index.ts';
import { finder } from '../found.ts';
import { economyWith, builtIn, smallMarket } from '../market.ts';

const market = smallMarket({ borrowers: 4000 });
const none = finder(positiveCorrelation.observe(market, builtIn('none')));
const at = (measure: string) => `positive-correlation:${measure}`;

describe('the positive-correlation test', () => {
  it('meets the correlation of chances within its error', () => {
    const away = none(at('given-information')) - none(at('given-information-true'));
    // About 1/√n.
    expect(Math.abs(away)).toBeLessThan(0.03);
  });

  it('zero law: rejects in 5% of samples where types are visible, whatever their size', () => {
    expect(Math.abs(none(at('given-information'), 'types-visible'))).toBeLessThan(0.025);
    expect(none(at('given-information-true'), 'types-visible')).toBeCloseTo(0, 12);
    expect(none(at('power'), 'types-visible', 500)).toBeLessThan(0.2);
  });

  it('in the field mixes selection with the discipline of collateral', () => {
    expect(none(at('field'))).toBeGreaterThan(none(at('field-selection')));
    expect(none(at('field-selection'))).toBeGreaterThan(0.1);
    expect(Math.abs(none(at('field-selection'), 'types-visible'))).toBeLessThan(0.05);
    expect(none(at('field-rejects'))).toBe(1);
  });

  it('says that nothing is defined where nobody is approved', () => {
    const economy = economyWith({ pricing: { cap: 0, exploration: 0 } });
    const find = finder(
      positiveCorrelation.observe({ ...market, borrowers: 300, economy }, builtIn('none')),
    );
    for (const measure of ['given-information', 'unconditional', 'w', 'rejects', 'field']) {
      expect(find(at(measure))).toBeNaN();
    }
    expect(find(at('power'), 'actual', 500)).toBeNaN();
  });
});

describe('what is said of the correlations', () => {
  const noise = [1, -1, 1, -1];
  const told = (first: readonly number[]) => {
    const ids = Array.from({ length: 8 }, (_, k) => `i${k}`);
    const samples = {
      replicates: [0, 1, 2, 3],
      values: (id: string) => (id === 'i0' ? first : noise),
    } as unknown as Samples;
    const cast = { labels: new Map(ids.map((id) => [id, id])), reference: 'i1' };
    return positiveCorrelationReading.answers(samples, cast, [])[0].sentences;
  };

  it('counts one as adverse only where the test holds among all of them', () => {
    // By itself p is 0.016; one of eight that lies as far is no surprise.
    expect(told([0.5, 1, 1, 1.5])).toHaveLength(1);
    expect(told([0.99, 1, 1, 1.01])[0]).toBe('They do (adverse selection): i0.');
  });
});
