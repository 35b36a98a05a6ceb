import fc from 'fast-check';
import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import { defaultsOf } from '../../../src/parameters.ts';
import { normalCdf, normalQuantile } from '../../../src/math/normal.ts';
import { behaviours } from '../../../src/scores/sesame/behaviours.ts';
import { sesameParameters, type SesameValues } from '../../../src/scores/sesame/parameters.ts';
import {
  defaultLoadings,
  dimensionWeights,
  sesameScale,
} from '../../../src/scores/sesame/scale.ts';
import { explainSesame, sesameScoreRules } from '../../../src/scores/sesame/score.ts';

const values = defaultsOf(sesameParameters);
const ramp = [-2, -0.5, 0, 0.3, 1, 2.5];

/** Scores one borrower whose nine behaviours are given. */
function scoreOne(row: readonly number[], repaid = 0, defaults = 0, v: SesameValues = values) {
  const out = new Float64Array(1);
  const columns = row.map((x) => [x]);
  sesameScoreRules(v).points(
    { n: 1, behaviours: columns, repaid: [repaid], defaults: [defaults] },
    out,
  );
  return out[0];
}

const anyone = fc.record({
  row: fc.array(fc.double({ min: -6, max: 6, noNaN: true }), { minLength: 9, maxLength: 9 }),
  repaid: fc.nat(12),
  defaults: fc.nat(6),
});

describe('weights', () => {
  it('of the five dimensions sum to one, and so do those of the nine behaviours', () => {
    const sum = (all: readonly number[]) => all.reduce((total, x) => total + x, 0);
    expect(sum(Object.values(dimensionWeights(values)))).toBeCloseTo(1, 15);
    expect(sum(sesameScale(values).weight)).toBeCloseTo(1, 15);
  });

  it('matter by their proportions only', () => {
    const halved = {
      ...values,
      weightContacts: 0.025,
      weightIdentity: 0.075,
      weightCapacity: 0.1,
      weightBehaviour: 0.125,
      weightHistory: 0.175,
    };
    sesameScale(halved).slope.forEach((slope, b) =>
      expect(slope).toBeCloseTo(sesameScale(values).slope[b], 10),
    );
  });

  it('of nothing but zero are refused', () => {
    const zero = {
      ...values,
      weightContacts: 0,
      weightIdentity: 0,
      weightCapacity: 0,
      weightBehaviour: 0,
      weightHistory: 0,
    };
    expect(() => sesameScale(zero)).toThrow('weights of all five dimensions are 0');
  });
});

describe('scale', () => {
  it('takes authenticity from the market shares', () => {
    const { authenticity } = sesameScale(values);
    expect(authenticity[2]).toBe(0.8); // identity, share 1
    expect(authenticity[0]).toBeCloseTo(0.8 * Math.sqrt(0.075), 15);
  });

  it('has the variance of independent uniforms when behaviours show nothing', () => {
    const { weight, deviation } = sesameScale({ ...values, authenticity: 0 });
    const variance = weight.reduce((sum, w) => sum + (w * w) / 12, 0);
    expect(deviation).toBeCloseTo(Math.sqrt(variance), 14);
  });

  it('puts a large population at its centre and spread', () => {
    const population = 20_000;
    const random = seedrandom.alea('test/sesame-scale');
    const normal = () => normalQuantile(random.double());
    const { authenticity } = sesameScale(values);
    const { character, capacity, capital } = defaultLoadings;
    const columns = behaviours.map(() => new Float64Array(population));
    for (let i = 0; i < population; ++i) {
      const g = normal();
      const draw = (load: number) => load * g + Math.sqrt(1 - load * load) * normal();
      const trait = {
        character: draw(character),
        capacity: draw(capacity),
        capital: draw(capital),
      };
      behaviours.forEach(({ traits }, b) => {
        const spread = traits.length === 1 ? 1 : Math.sqrt(2 + 2 * capacity * capital);
        const shown = traits.reduce((sum, t) => sum + trait[t], 0) / spread;
        const rho = authenticity[b];
        columns[b][i] = rho * shown + Math.sqrt(1 - rho * rho) * normal();
      });
    }
    const none = new Uint8Array(population);
    const out = new Float64Array(population);
    sesameScoreRules(values).points(
      { n: population, behaviours: columns, repaid: none, defaults: none },
      out,
    );
    const mean = out.reduce((sum, x) => sum + x, 0) / population;
    const deviation = Math.sqrt(out.reduce((sum, x) => sum + (x - mean) ** 2, 0) / population);
    // three standard errors: 100 / √20,000 · 3, and 1 / √(2 n) · 3 of the deviation
    expect(Math.abs(mean - 650)).toBeLessThan(2.2);
    expect(Math.abs(deviation - 100)).toBeLessThan(1.6);
  });
});

describe('score', () => {
  it('of an average borrower is the centre', () => {
    expect(scoreOne(Array(9).fill(0))).toBe(650);
  });

  it('stays in the range', () => {
    expect(scoreOne(Array(9).fill(9), 0, 0, { ...values, deviation: 1000 })).toBe(950);
    expect(scoreOne(Array(9).fill(-9), 0, 0, { ...values, deviation: 1000 })).toBe(350);
  });

  it('rises with each behaviour, and falls with each default until no more are counted', () => {
    for (let b = 0; b < 9; ++b) {
      const at = ramp.map((x) => scoreOne(Array.from({ length: 9 }, (_, k) => (k === b ? x : 0))));
      expect(at).toEqual([...at].sort((x, y) => x - y));
      expect(at[5]).toBeGreaterThan(at[0]);
    }
    const byDefaults = [0, 1, 2, 3, 4, 5].map((n) => scoreOne(Array(9).fill(0), 0, n));
    expect(byDefaults).toEqual([650, 600, 550, 500, 450, 450]);
  });

  it('does not move with loans repaid, unless the scenario gives a bonus', () => {
    expect(scoreOne(Array(9).fill(0), 8)).toBe(650);
    expect(scoreOne(Array(9).fill(0), 3, 0, { ...values, repaidBonus: 4 })).toBe(662);
  });

  it('does not depend on who else is scored', () => {
    const columns = behaviours.map(() => ramp);
    const out = new Float64Array(ramp.length);
    const none = ramp.map(() => 0);
    sesameScoreRules(values).points(
      { n: ramp.length, behaviours: columns, repaid: none, defaults: none },
      out,
    );
    ramp.forEach((x, i) => expect(out[i]).toBe(scoreOne(Array(9).fill(x))));
  });
});

describe('explanation', () => {
  const scale = sesameScale(values);
  const explain = ({
    row,
    repaid,
    defaults,
  }: {
    row: number[];
    repaid: number;
    defaults: number;
  }) => explainSesame(row.map(normalCdf), repaid, defaults, scale, values);

  it('adds up to exactly the score that lenders read', () => {
    fc.assert(
      fc.property(anyone, (person) => {
        const { score, base, parts, limit } = explain(person);
        expect(score).toBe(scoreOne(person.row, person.repaid, person.defaults));
        expect(parts.reduce((sum, part) => sum + part.points, base) + limit).toBe(score);
        for (const part of parts) expect(Number.isInteger(part.points)).toBe(true);
      }),
    );
  });

  it('says what the end of the range took off', () => {
    const wide = { ...values, deviation: 1000 };
    const { score, limit, base, parts } = explainSesame(
      Array(9).fill(1),
      0,
      0,
      sesameScale(wide),
      wide,
    );
    expect(score).toBe(950);
    expect(limit).toBeLessThan(0);
    expect(parts.reduce((sum, part) => sum + part.points, base) + limit).toBe(950);
  });
});
