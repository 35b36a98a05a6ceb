import { expect, it } from 'vitest';
import { log } from '../../src/math/exp.ts';
import { minusLogUniform } from '../../src/math/minus-log.ts';

it('is −log(u) of a word, near 0, near 1 and between', () => {
  const words = [
    0, 1, 2, 3, 255, 0x7fffffff, 0x80000000, 0xb504f333, 0xb504f334, 0xfffffffe, 0xffffffff,
  ];
  for (let k = 0, x = 1; k < 20000; k++) {
    x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
    words.push(x, x >>> (k % 32), ~(x >>> (k % 32)));
  }
  for (const word of words) {
    const exact = -log(((word >>> 0) + 0.5) / 2 ** 32);
    expect(Math.abs(minusLogUniform(word) / exact - 1)).toBeLessThan(2e-15);
  }
});
