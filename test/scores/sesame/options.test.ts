import { describe, expect, it } from 'vitest';
import { sesameBands } from '../../../src/scores/sesame/bands.ts';
import { parseBands, parseNumbers, sesameChoices } from '../../../src/scores/sesame/options.ts';
import { sesameScale } from '../../../src/scores/sesame/scale.ts';
import { explainSesame } from '../../../src/scores/sesame/score.ts';

/** Score of a borrower at the same percentile in everything. */
function scoreAt(percentile: number, choices: Parameters<typeof sesameChoices>[0]): number {
  const { values, bands } = sesameChoices(choices);
  const row = Array<number>(9).fill(percentile);
  return explainSesame(row, 0, 0, sesameScale(values), values, bands).score;
}

describe('choices of the score', () => {
  it('are the paper’s where nothing is chosen', () => {
    const { values, bands } = sesameChoices({});
    expect(bands).toEqual(sesameBands);
    expect([values.floor, values.centre, values.ceiling]).toEqual([350, 650, 950]);
  });

  it('stretch everything with the range: centre, spread, bands, the points of a default', () => {
    const { values, bands } = sesameChoices({ range: [0, 1200] });
    expect([values.centre, values.deviation, values.defaultPenalty]).toEqual([600, 200, 100]);
    expect(bands.map(({ from }) => from)).toEqual([0, 400, 500, 600, 700]);
    const plain = scoreAt(0.8, {}) - 350;
    expect(Math.abs(scoreAt(0.8, { range: [0, 1200] }) - 2 * plain)).toBeLessThanOrEqual(1);
  });

  it('take weights in any unit', () => {
    expect(sesameChoices({ weights: [5, 15, 20, 25, 35] }).values.weightHistory).toBe(0.35);
    const history = sesameScale(sesameChoices({ weights: [0, 0, 0, 0, 7] }).values);
    expect(history.weight).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1]);
    // one uniform: 100 points per 1/√12
    expect(history.slope[8]).toBeCloseTo(100 * Math.sqrt(12), 10);
  });

  it('of less authenticity widen the slopes, because the population spreads less', () => {
    expect(scoreAt(0.9, { authenticity: 0 })).toBeGreaterThan(scoreAt(0.9, { authenticity: 1 }));
  });

  it('are refused where they make no sense', () => {
    expect(() => sesameChoices({ weights: [1, -1, 1, 1, 1] })).toThrow('--weights');
    expect(() => sesameChoices({ weights: [0, 0, 0, 0, 0] })).toThrow('--weights');
    expect(() => sesameChoices({ range: [950, 350] })).toThrow('--range');
    expect(() => sesameChoices({ bands: parseBands(['b=600', 'a=500']) })).toThrow('--bands');
    expect(() => sesameChoices({ bands: parseBands(['a=350', 'b=951']) })).toThrow(
      'none above 950',
    );
    expect(() => parseBands(['good'])).toThrow('"good" is no band');
    expect(() => parseNumbers('weights', ['1', 'x'], 2)).toThrow('allowed: 2 numbers');
  });
});
