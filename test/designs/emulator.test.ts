import { describe, expect, it } from 'vitest';
import { emulator } from '../../src/designs/emulator.ts';
import { sobolSequence } from '../../src/designs/sobol-sequence.ts';

const shape = { length: 1, noise: 1e-6 };
const draw = sobolSequence(3, 'emulator');
const points = Array.from({ length: 200 }, (_, k) => draw(k));
const bent = ([x, y, z]: Float64Array) => Math.sin(2 * x) + x * y - 0.5 * z * z;
const plain = ([x, y]: Float64Array) => 3 + 10 * x - 4 * y;

describe('an emulator', () => {
  const values = points.map((point) => [bent(point), plain(point)]);
  const emulated = emulator(points, values, shape);

  it('knows what it was told, and what lies between', () => {
    points.slice(0, 5).forEach((point, k) => {
      emulated(point).forEach((value, c) => expect(value).toBeCloseTo(values[k][c], 3));
    });
    for (let k = 200; k < 240; k++) {
      const [first, second] = emulated(draw(k));
      expect(Math.abs(first - bent(draw(k)))).toBeLessThan(0.01);
      expect(Math.abs(second - plain(draw(k)))).toBeLessThan(0.02);
    }
  });

  it('smooths what jumps from point to point', () => {
    const jumpy = points.map((point, k) => [plain(point) + (k % 2 === 0 ? 0.5 : -0.5)]);
    const [value] = emulator(points, jumpy, { length: 1, noise: 0.1 })(
      Float64Array.of(0.5, 0.5, 0.5),
    );
    expect(Math.abs(value - 6)).toBeLessThan(0.2);
  });

  it('says the one value that it knows, and refuses to know nothing', () => {
    expect(emulator([points[0]], [[7]], shape)(points[1])).toEqual([7]);
    expect(() => emulator([], [], shape)).toThrow(RangeError);
  });
});
