import { beforeAll, describe, expect, it } from 'vitest';
import { observeApplicants } from '../../../src/experiments/applicants.ts';
import { scoreValue } from '../../../src/experiments/score-value/experiment.ts';
import { sumNames } from '../../../src/engine/index.ts';
import { simulate } from '../../../src/engine/running/index.ts';
import { institutions } from '../../../src/institutions/registry.ts';
import { smallMarket } from '../market.ts';

const market = smallMarket({ borrowers: 4000 });

/** Findings by measure. */
function findings(id: 'sesame' | 'full-sharing', values = {}, of = market): Map<string, number> {
  const found = scoreValue.observe(of, { rules: institutions[id].rules(values) });
  return new Map(found.map(({ measure, value }) => [measure.replace('score-value:', ''), value]));
}

describe('the value of a score', () => {
  let sesame: Map<string, number>;
  beforeAll(() => {
    sesame = findings('sesame');
  });
  const of = (name: string) => sesame.get(name) ?? NaN;

  it('tells every measure it declares, once', () => {
    const found = scoreValue.observe(smallMarket({ borrowers: 500 }), {
      rules: institutions.sesame.rules(),
    });
    expect(found.map(({ measure }) => measure)).toEqual(scoreValue.measures.map(({ id }) => id));
  });

  it('ranks better than chance by score, by file, and best by both', () => {
    expect(of('auc-footprint:all')).toBeGreaterThan(0.55);
    expect(of('auc-file:all')).toBeGreaterThan(0.55);
    expect(of('auc-both:all')).toBeGreaterThan(of('auc-footprint:all'));
    expect(of('auc-both:all')).toBeGreaterThan(of('auc-file:all'));
  });

  it('has no score to rank by under an institution that keeps none', () => {
    const plain = findings('full-sharing');
    expect(plain.get('auc-footprint:all')).toBeNaN();
    expect(plain.get('auc-both:thin')).toBeNaN();
    expect(plain.get('auc-file:all')).toBeGreaterThan(0.55);
    expect(plain.get('auc-fico:all')).toBeGreaterThan(0.51);
  });

  it('vanishes with authenticity: such a score ranks by the ecosystem’s defaults only', () => {
    const faint = findings('sesame', { authenticity: 0, shareLoans: false, defaultPenalty: 0 });
    expect(Math.abs((faint.get('auc-footprint:all') ?? NaN) - 0.5)).toBeLessThan(0.02);
  });

  it('says nothing where nobody applies', () => {
    const nobody = findings('sesame', {}, smallMarket({ borrowers: 1, quarters: 5, burnIn: 1 }));
    expect(nobody.get('auc-file:all')).toBeNaN();
  });
});

describe('applicants', () => {
  it('are those of the quarters counted, with the outcome that each would have', () => {
    const seen = observeApplicants(
      market,
      { rules: institutions['full-sharing'].rules() },
      'complete',
    );
    const { sums } = simulate(market, { rules: institutions['full-sharing'].rules() });
    let applications = 0;
    for (let t = market.burnIn; t <= market.quarters - 4; t++) {
      applications += sums[t * sumNames.length + sumNames.indexOf('applications')];
    }
    expect(seen.n).toBe(applications);
    const mean = (column: Float64Array) => column.reduce((sum, x) => sum + x, 0) / seen.n;
    expect(Math.abs(mean(seen.bad) - mean(seen.pd))).toBeLessThan(0.01);
    expect(seen.footprint.every((x) => x === 0)).toBe(true);
  });
});
