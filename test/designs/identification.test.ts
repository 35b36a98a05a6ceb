import { describe, expect, it } from 'vitest';
import { identify } from '../../src/designs/identification.ts';
import { differencePlan, jacobian } from '../../src/designs/jacobian.ts';

const close = (values: readonly number[], digits = 10) =>
  values.map((value) => expect.closeTo(value, digits));

describe('a Jacobian by differences', () => {
  it('is exact for a quadratic inside, and for a line at the bounds', () => {
    const plan = differencePlan(Float64Array.of(0.5, 0, 0.98), 0.05);
    const of = ([x, y, z]: Float64Array) => [x * x + 2 * y - z, 3 * z];
    expect([...jacobian(plan, plan.points.map(of))]).toEqual(close([1, 2, -1, 0, 0, 3]));
    expect(plan.points).toHaveLength(7);
    for (const x of plan.points.flatMap((p) => [...p])) expect(x >= 0 && x <= 1).toBe(true);
  });

  it('makes do with one side where the other has no value', () => {
    const plan = differencePlan(Float64Array.of(0.5), 0.1);
    const values = (low: number, centre: number, high: number) => [[centre], [low], [high]];
    expect(jacobian(plan, values(NaN, 1, 2))[0]).toBeCloseTo(10, 10);
    expect(jacobian(plan, values(0.5, 1, NaN))[0]).toBeCloseTo(5, 10);
    expect(jacobian(plan, values(0, NaN, 1))[0]).toBeCloseTo(5, 10);
    expect(jacobian(plan, values(NaN, 1, NaN))[0]).toBeNaN();
    expect(jacobian(plan, values(NaN, NaN, 1))[0]).toBeNaN();
  });

  it('refuses a centre or step that cannot be', () => {
    expect(() => differencePlan(Float64Array.of(1.2))).toThrow(/inside the box/);
    expect(() => differencePlan(Float64Array.of(0.2), 0)).toThrow(/step/);
  });
});

describe('identification', () => {
  it('has the inverse as sensitivity where there are as many moments as parameters', () => {
    const found = identify(Float64Array.of(4, 2, 1, 3), [1, 0.1], 0.1);
    // The inverse of (4 2; 1 3) whatever the scales.
    expect([...found.sensitivity]).toEqual(close([0.3, -0.2, -0.1, 0.4]));
    expect(found.rank).toBe(2);
  });

  it('has that of weighted least squares where there are more', () => {
    // Andrews, Gentzkow & Shapiro: (JᵀWJ)⁻¹JᵀW. numpy:
    //   J = np.array([[1, 2], [3, -1], [0.5, 4], [2, 2]]); W = np.diag([1, 4, 0.25, 1])
    //   np.linalg.inv(J.T @ W @ J) @ J.T @ W
    const found = identify(Float64Array.of(1, 2, 3, -1, 0.5, 4, 2, 2), [1, 0.5, 2, 1], 0.01);
    expect([...found.sensitivity]).toEqual(
      close([
        0.0430793777423215, 0.27124052652572794, 0.011966493817311526, 0.06860789788591942,
        0.139808536098923, -0.15676106900678102, 0.06661348224970083, 0.1485839648982848,
      ]),
    );
  });

  it('is how far an estimate moves when a moment of the data does', () => {
    const J = Float64Array.of(20, 5, -3, 12, 8, 8);
    const { sensitivity } = identify(J, [1, 1, 1]);
    // The normal equations of min |d − J θ|² for d = (0, 1, 0).
    const [a, b] = [sensitivity[1], sensitivity[4]];
    const miss = [0, 1, 0].map((d, m) => d - J[2 * m] * a - J[2 * m + 1] * b);
    expect(miss[0] * 20 + miss[1] * -3 + miss[2] * 8).toBeCloseTo(0, 10);
    expect(miss[0] * 5 + miss[1] * 12 + miss[2] * 8).toBeCloseTo(0, 10);
  });

  it('names what moves nothing, and what cannot be told apart', () => {
    // The second and third move moments alike, the fourth moves none.
    const J = Float64Array.of(10, 1, 2, 0, 0, 30, 60, 0, 5, 0, 0.1, 0);
    const { idle, alike, rank, directions, sensitivity } = identify(J, [1, 1, 1]);
    expect(idle).toEqual([3]);
    expect(alike.map(({ pair }) => pair)).toEqual([[1, 2]]);
    expect(alike[0].cosine).toBeCloseTo(1, 3);
    expect(rank).toBe(2);
    expect(directions[0].strength).toBeGreaterThan(60);
    expect(directions[3].strength).toBe(0);
    // What is not identified: 2 of the second against 1 of the third.
    expect(Math.abs(directions[2].vector[1] / directions[2].vector[2])).toBeCloseTo(2, 1);
    // The data move both in the proportion that they are seen in.
    expect(sensitivity[2 * 3 + 1] / sensitivity[1 * 3 + 1]).toBeCloseTo(2, 1);
    expect([...sensitivity.subarray(9)]).toEqual(close([0, 0, 0]));
  });

  it('has directions without strength where there are fewer moments than parameters', () => {
    const { directions, rank } = identify(Float64Array.of(3, 4, 0), [1]);
    expect(directions.map(({ strength }) => strength)).toEqual(close([5, 0, 0]));
    expect([...directions[0].vector]).toEqual(close([0.6, 0.8, 0]));
    expect(rank).toBe(1);
  });

  it('leaves out moments that are not defined', () => {
    const { sensitivity, rank } = identify(Float64Array.of(2, 0, NaN, 1, 0, 4), [1, 1, 1]);
    expect(rank).toBe(2);
    expect([...sensitivity]).toEqual([
      ...close([0.5]),
      NaN,
      ...close([0, 0]),
      NaN,
      ...close([0.25]),
    ]);
  });

  it('needs scales', () => {
    expect(() => identify(Float64Array.of(1), [0])).toThrow(/above 0/);
  });
});
