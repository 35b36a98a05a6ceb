import { beforeAll, describe, expect, it } from 'vitest';
import { fileOf, observeApplicants, type Applicants } from '../../../src/experiments/applicants.ts';
import { ficoParameters } from '../../../src/scores/fico/parameters.ts';
import { categories, explainFico, ficoWeights, standings } from '../../../src/scores/fico/score.ts';
import { auc } from '../../../src/math/auc.ts';
import { logisticRegression } from '../../../src/math/logistic-regression.ts';
import { defaultsOf } from '../../../src/parameters.ts';
import { seedKey } from '../../../src/random/seed.ts';
import { builtIn, smallMarket } from '../../experiments/market.ts';

/**
 * How the fitted numbers of the FICO-like score were made: scripts/fit-fico.ts, on applicants with a file under market-led, as
 * the largest bank reads it. The parameters are means over three replicates of 20,000 borrowers; here one smaller market
 * must agree with them within what replicates differ by.
 */
const values = defaultsOf(ficoParameters);
const { weight, mean } = ficoWeights(values);

describe('the fitted numbers', () => {
  let seen: Applicants;
  let rows: Int32Array;
  let at: Float64Array[];
  let points: Float64Array;

  beforeAll(() => {
    const market = smallMarket({
      ...{ borrowers: 4000, quarters: 64, burnIn: 32, seed: seedKey('creditlab', 0) },
    });
    seen = observeApplicants(market, builtIn('market-led'), 0);
    rows = Int32Array.from({ length: seen.n }, (_, i) => i).filter((i) => seen.length[i] > 0);
    at = categories.map(() => new Float64Array(seen.n));
    points = new Float64Array(seen.n);
    const one = new Float64Array(5);
    for (const i of rows) {
      standings(fileOf(seen, i), values, one);
      at.forEach((column, c) => {
        column[i] = one[c];
      });
      points[i] = explainFico(one, values).score;
    }
  });

  const meanOf = (column: Float64Array) =>
    rows.reduce((sum, i) => sum + column[i], 0) / rows.length;

  it('are the means of the five standings', () => {
    at.forEach((column, c) => expect(Math.abs(meanOf(column) - mean[c])).toBeLessThan(0.05));
  });

  it('are the line from weighted standings to log-odds', () => {
    const sum = seen.repaid.map((_, i) =>
      at.reduce((total, column, c) => total + weight[c] * (column[i] - mean[c]), 0),
    );
    const good = seen.bad.map((bad) => 1 - bad);
    const [intercept, slope] = logisticRegression([sum], good, rows);
    expect(Math.abs(intercept - values.meanLogOdds)).toBeLessThan(0.35);
    expect(Math.abs(slope / values.slopeLogOdds - 1)).toBeLessThan(0.25);
  });

  it('spread the population over the range', () => {
    const sorted = Float64Array.from(rows, (i) => points[i]).sort();
    expect(sorted[Math.floor(0.01 * sorted.length)]).toBeLessThan(560);
    expect(sorted[Math.floor(0.99 * sorted.length)]).toBeGreaterThan(790);
    const clipped = sorted.filter((score) => score === 300 || score === 850).length;
    expect(clipped / sorted.length).toBeLessThan(0.01);
  });

  it('rank applicants a little better than chance: of the five standings one tells', () => {
    expect(auc(points, seen.pd, rows)).toBeGreaterThan(0.52);
  });
});
