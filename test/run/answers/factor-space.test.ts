import { describe, expect, it } from 'vitest';
import { askedOf, neededWorlds } from '../../../src/run/answers/asked.ts';
import { spaceOf, subspace } from '../../../src/run/answers/factor-space.ts';
import { pointsOf } from '../../../src/scenario/design/points.ts';
import type { Axis, Design } from '../../../src/scenario/index.ts';

const axis: Axis = { kind: 'range', low: 1, high: 10, scale: 'linear', whole: true };
const lag = { of: 'institutions', name: 'lag', usual: { a: 2 } } as const;
const kept = { of: 'institutions', name: 'retentionNegative', usual: { a: 5 } } as const;
const design: Design = {
  factors: [
    { key: 'borrowers', target: { of: 'run', name: 'borrowers' } },
    { key: 'a.lag', target: lag },
    { key: 'a.retentionNegative', target: kept },
  ],
  varied: [[100, 200]],
  zip: false,
  sample: { kind: 'sobol', points: 4, axes: [axis, { ...axis, limit: { total: 20, less: 1 } }] },
  require: [],
  series: false,
};
const institutions = [
  { id: 'a', label: 'A', from: { kind: 'built-in', id: 'none' }, values: {} },
] as const;

describe('the space of factors', () => {
  it('has levers and unknowns as axes', () => {
    const space = spaceOf(design);
    expect(space.axes[0]).toEqual({ kind: 'list', values: [100, 200] });
    expect(space.axes).toHaveLength(3);
  });

  it('keeps limits among the factors that stay, and holds the others', () => {
    const space = spaceOf(design);
    expect(subspace(space, [2, 1], { institutions }).axes[0]).toMatchObject({
      limit: { total: 20, less: 1 },
    });
    expect(subspace(space, [2], { institutions }).axes[0]).toMatchObject({ limit: { total: 18 } });
  });

  it('cannot be made of a list of points', () => {
    expect(() => spaceOf({ ...design, sample: { kind: 'file', rows: [[1, 2]] } })).toThrow(
      /--over/,
    );
    expect(() => spaceOf({ ...design, zip: true })).toThrow(/one by one/);
  });

  it('is drawn in blocks for indices, which more base points do not change', () => {
    const of = (base: number) =>
      pointsOf(
        { seed: 's' },
        {
          ...design,
          varied: [],
          factors: design.factors.slice(1),
          sample: { kind: 'saltelli', base, axes: [axis, axis] },
        },
      );
    const [few, many] = [of(4), of(8)];
    expect(few.count).toBe(16);
    expect(Array.from({ length: 16 }, (_, i) => few.at(i))).toEqual(
      Array.from({ length: 16 }, (_, i) => many.at(i)),
    );
    // The third of a block is the first with one value of the second.
    const [a, b, mixed] = [4, 5, 6].map((i) => few.at(i).values);
    expect(mixed).toEqual([b[0], a[1]]);
  });
});

describe('a measure that is asked about', () => {
  it('needs its worlds', () => {
    expect(askedOf('welfare', undefined)).toMatchObject({ world: 'actual', worlds: ['actual'] });
    expect(askedOf('welfare', 'types-visible').worlds).toEqual(['actual', 'types-visible']);
    const contrast = askedOf('safe-types-left-out', undefined);
    expect(neededWorlds([contrast], [])).toHaveLength(4);
  });

  it('may be of an experiment', () => {
    const asked = askedOf('karlan-zinman:loans', undefined);
    expect(asked.experiment).toBe('karlan-zinman');
  });

  it('is refused with what is near', () => {
    expect(() => askedOf('wellfare', undefined)).toThrow(/no measure "wellfare"/);
    expect(() => askedOf('welfare', 'elsewhere')).toThrow(/no world/);
    expect(() => askedOf('safe-types-left-out', 'actual')).toThrow(/two worlds/);
  });
});
