import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { singularValues } from '../../src/math/singular-values.ts';

const close = (values: readonly number[], digits: number) =>
  values.map((value) => expect.closeTo(value, digits));

describe('the singular values', () => {
  it('of a Hilbert matrix are its eigenvalues', () => {
    // numpy: np.linalg.eigvalsh(scipy.linalg.hilbert(5))[::-1]
    const hilbert = Float64Array.from(
      { length: 25 },
      (_, k) => 1 / (Math.floor(k / 5) + (k % 5) + 1),
    );
    const { values, left, right } = singularValues(hilbert, 5, 5);
    expect([...values]).toEqual(
      close(
        [
          1.5670506910982307, 0.20853421861101346, 0.011407491623419842, 0.00030589804015117674,
          3.2879287721752495e-6,
        ],
        13,
      ),
    );
    left.forEach((value, k) => expect(value).toBeCloseTo(right[k], 9));
  });

  it('agree with numpy for more rows than columns, and for fewer', () => {
    // numpy: np.linalg.svd([[1, 2, 3], [4, 5, 6], [7, 8, 10], [-1, 0, 2]])[1], and of its transpose
    const a = [1, 2, 3, 4, 5, 6, 7, 8, 10, -1, 0, 2];
    const expected = [17.436984282741232, 2.2028674771350554, 0.3145695497276965];
    expect([...singularValues(Float64Array.from(a), 4, 3).values]).toEqual(close(expected, 12));
    const transposed = Float64Array.from(a, (_, k) => a[(k % 4) * 3 + Math.floor(k / 4)]);
    expect([...singularValues(transposed, 3, 4).values]).toEqual(close([...expected, 0], 12));
  });

  it('keep their digits when columns differ by many orders', () => {
    const a = Float64Array.from([1, 1e-12, 1, 2e-12]);
    // det = 1e-12, squares sum to 2 + 5e-24: σ₂ = 1e-12/√2 to first order.
    const { values } = singularValues(a, 2, 2);
    expect(values[1] / (1e-12 / Math.SQRT2)).toBeCloseTo(1, 12);
  });

  it('give the matrix back, with orthogonal V', () => {
    const shapes = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }));
    const matrices = shapes.chain(([rows, columns]) =>
      fc
        .array(fc.double({ min: -100, max: 100, noNaN: true }), {
          minLength: rows * columns,
          maxLength: rows * columns,
        })
        .map((data) => ({ rows, columns, a: Float64Array.from(data) })),
    );
    fc.assert(
      fc.property(matrices, ({ rows, columns, a }) => {
        const { values, left, right } = singularValues(a, rows, columns);
        for (let i = 0; i < rows; i++) {
          for (let j = 0; j < columns; j++) {
            let back = 0;
            for (let k = 0; k < columns; k++) {
              back += left[i * columns + k] * values[k] * right[j * columns + k];
            }
            expect(back).toBeCloseTo(a[i * columns + j], 9);
          }
        }
        for (let p = 0; p < columns; p++) {
          for (let q = 0; q < columns; q++) {
            let product = 0;
            for (let i = 0; i < columns; i++)
              product += right[i * columns + p] * right[i * columns + q];
            expect(product).toBeCloseTo(Number(p === q), 12);
          }
        }
        for (let k = 1; k < columns; k++) expect(values[k]).toBeLessThanOrEqual(values[k - 1]);
      }),
    );
  });

  it('of nothing are nought; of NaN there are none', () => {
    expect([...singularValues(new Float64Array(6), 2, 3).values]).toEqual([0, 0, 0]);
    expect(() => singularValues(Float64Array.of(1, NaN), 1, 2)).toThrow(/finite/);
  });
});
