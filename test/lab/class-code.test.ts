import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codeOf, readClassCode } from '../../src/lab/model/class-code.ts';

const result = { lesson: '1', bet: 1, result: -444, seed: 'lecture-3' } as const;

it('a code tells lesson, bet, result and seed, typed in any case', () => {
  const code = codeOf(result);
  expect(code).toMatch(/^1B-\w{4}-lecture-3$/);
  expect(readClassCode(` ${code.slice(0, 7).toLowerCase()}${code.slice(7)} `)).toEqual(result);
  fc.assert(
    fc.property(fc.integer({ min: -10_000, max: 10_000 }), fc.nat(3), (value, bet) => {
      const one = { ...result, result: value, bet };
      expect(readClassCode(codeOf(one))).toEqual(one);
    }),
  );
});

it('a mistyped code is refused', () => {
  const code = codeOf(result);
  const wrong = Array.from(code.slice(3, 6), (letter, k) => {
    const other = letter === 'K' ? 'L' : 'K';
    return `${code.slice(0, 3 + k)}${other}${code.slice(4 + k)}`;
  });
  for (const one of [...wrong, '', 'hello', '9A-2222-x'])
    expect(readClassCode(one), one).toBeUndefined();
});
