import { describe, expect, test } from 'vitest';
import { calibrationCurve, roc, rocCurve } from '../../../src/experiments/roc/experiment.ts';
import { scoreBands } from '../../../src/experiments/score-bands/experiment.ts';
import { institutions } from '../../../src/institutions/registry.ts';
import { separation } from '../../../src/measures/separation.ts';
import { logitBins } from '../../../src/engine/index.ts';
import { logistic } from '../../../src/math/logistic.ts';
import { smallMarket } from '../market.ts';

const million = 1048576;
const estimateOf = (bin: number) => logistic(((bin + 0.5) * 16) / logitBins - 8);

describe('ROC curves', () => {
  test('by hand: two bins, all bads riskier than half of the goods', () => {
    const curve = rocCurve(Float64Array.of(1, 1), Float64Array.of(0, 3));
    expect(curve).toHaveLength(21);
    expect(curve[5]).toEqual([0.25, 0.5]); // half way through the riskier bin
    expect(curve[10]).toEqual([0.5, 1]);
    expect(curve[20]).toEqual([1, 1]);
  });

  test('of an estimate that knows nothing is the diagonal', () => {
    for (const [x, y] of rocCurve(Float64Array.of(4, 2, 6), Float64Array.of(2, 1, 3))) {
      expect(y).toBeCloseTo(x, 12);
    }
  });

  test('none without goods or bads', () => {
    expect(rocCurve(Float64Array.of(0, 0), Float64Array.of(1, 2))).toEqual([]);
  });

  test('of a market rise, and hold the area that AUC says', () => {
    const found = roc.observe(smallMarket(), { rules: institutions['full-sharing'].rules() });
    const points = found.filter(({ measure }) => measure === 'roc:true-positive');
    let area = 0;
    for (let k = 1; k < points.length; k++) {
      expect(points[k].value).toBeGreaterThanOrEqual(points[k - 1].value);
      area += (points[k].value + points[k - 1].value) / 40;
    }
    const auc = found.find(({ measure }) => measure === 'roc:auc')?.value ?? NaN;
    expect(area).toBeLessThan(auc + 1e-9); // chords lie under a concave curve
    expect(area).toBeGreaterThan(auc - 0.02);
  });
});

describe('calibration', () => {
  test('lies on the diagonal when what follows is what was estimated', () => {
    const all = 1000 * million;
    const bad = Float64Array.from({ length: logitBins }, (_, bin) => all * estimateOf(bin));
    const good = bad.map((x) => all - x);
    for (const [at, rate] of calibrationCurve(good, bad)) expect(rate).toBeCloseTo(at, 9);
    expect(separation(good, bad).auc).toBeGreaterThan(0.5);
  });

  test('lies above it by as much as lenders are too hopeful', () => {
    const all = 1000 * million;
    const bad = Float64Array.from({ length: logitBins }, (_, bin) =>
      Math.min(all, all * (estimateOf(bin) + 0.1)),
    );
    const good = bad.map((x) => all - x);
    const low = calibrationCurve(good, bad).filter(([at]) => at < 0.85);
    for (const [at, rate] of low) expect(rate - at).toBeCloseTo(0.1, 9);
  });
});

describe('bands of the score', () => {
  test('hold everybody once, and the better default less', () => {
    const market = smallMarket({ borrowers: 4000 });
    const found = scoreBands.observe(market, { rules: institutions.dual.rules() });
    const of = (id: string) => found.filter(({ measure }) => measure === id).map((f) => f.value);
    const shares = of('score-bands:share');
    expect(shares).toHaveLength(5);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    const rates = of('score-bands:default-rate');
    expect(rates[4]).toBeLessThan(rates[0]);
  });

  test('none where no score is kept', () => {
    expect(scoreBands.observe(smallMarket(), { rules: institutions.none.rules() })).toEqual([]);
  });
});
