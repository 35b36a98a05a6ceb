import { describe, expect, it } from 'vitest';
import { remedyCells, effectsOf, worthMost } from '../../src/answers/remedies/effects.ts';
import { remedySentences } from '../../src/answers/words/remedy-words.ts';

/** Worth by hand: each remedy adds its own, a pair something more; luck of a replicate is shared by all cells. */
function made(worth: readonly number[], more: number) {
  return remedyCells(3, 3).map(({ strength = 0, remedies }, cell) =>
    Array.from({ length: 6 }, (_, r) => {
      const inside = worth.filter((__, k) => ((remedies >>> k) & 1) === 1);
      const sum = inside.reduce((total, one) => total + one * (strength + 1), 0);
      const extra = inside.length > 1 ? more : 0;
      return 5 * Math.sin(r) + sum + extra + 1e-4 * Math.sin(cell + 7 * r);
    }),
  );
}

describe('remedies', () => {
  it('are none, then each alone, in pairs and together at each strength', () => {
    const cells = remedyCells(3, 3);
    expect(cells).toHaveLength(22);
    expect(cells.filter(({ strength }) => strength === 1).map(({ remedies }) => remedies)).toEqual([
      1, 2, 3, 4, 5, 6, 7,
    ]);
  });

  it('have effects alone and interactions, paired so that shared luck is no noise', () => {
    const [weak, , strong] = effectsOf(made([1, 2, 0.5], -0.3), 3, 3, 'higher');
    expect(weak.alone.map(({ mean }) => Math.round(100 * mean))).toEqual([100, 200, 50]);
    expect(weak.pairs[0].of).toEqual([0, 1]);
    expect(weak.pairs[0].interaction.mean).toBeCloseTo(-0.3, 3);
    expect(strong.all.mean).toBeCloseTo(3 * 3.5 - 0.3, 3);
    expect(strong.allInteraction.mean).toBeCloseTo(-0.3, 3);
    expect(weak.alone[0].high - weak.alone[0].low).toBeLessThan(0.01);
    expect([weak.most, strong.most]).toEqual([1, 1]);
  });

  it('are worth most only where one is first for certain at every strength and in every economy', () => {
    const one = effectsOf(made([1, 2, 0.5], 0), 3, 3, 'higher');
    const other = effectsOf(made([3, 2, 0.5], 0), 3, 3, 'higher');
    expect(worthMost([one, one]).remedy).toBe(1);
    expect(worthMost([one, other])).toMatchObject({ remedy: undefined });
    expect(worthMost([one, other]).counts).toEqual(
      new Map([
        [1, 3],
        [0, 3],
      ]),
    );
    // Harm is never worth most, and less is better where the measure says so.
    expect(effectsOf(made([-1, -2, -3], 0), 3, 3, 'higher').map(({ most }) => most)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(effectsOf(made([-1, -2, -3], 0), 3, 3, 'lower').map(({ most }) => most)).toEqual([
      2, 2, 2,
    ]);
  });

  it('are not said to be worth most from one economy alone', () => {
    const one = effectsOf(made([1, 2, 0.5], 0), 3, 3, 'higher');
    const say = (economies: (typeof one)[]) =>
      remedySentences(
        ['law', 'standard', 'publicity'],
        economies,
        { title: 'Welfare', factor: 100, unit: '%', better: 'higher' },
        ['Weak', 'Middling', 'Strong'],
      )[0];
    expect(say([one])).toContain('cannot be said');
    expect(say([one])).toContain('other economies that fit were not asked');
    expect(say([one, one])).toBe(
      'Worth most in welfare: standard, at every strength, over 2 economies.',
    );
  });

  it('are told in Chinese with the same numbers', () => {
    const one = effectsOf(made([1, 2, 0.5], 0), 3, 3, 'higher');
    const shown = { title: '福利', factor: 100, unit: '%', better: 'higher' } as const;
    const say = (economies: (typeof one)[], language: 'en' | 'zh') =>
      remedySentences(['甲', '乙', '丙'], economies, shown, ['弱', '中', '强'], [], language);
    for (const economies of [[one], [one, one]]) {
      const numbers = (language: 'en' | 'zh') =>
        say(economies, language)
          .slice(economies.length === 1 ? 1 : 3)
          .map((sentence) => sentence.match(/[+−]?\d+\.\d+/g));
      expect(numbers('zh')).toEqual(numbers('en'));
      const text = say(economies, 'zh')
        .join('')
        .replaceAll(/--ensemble|Holm/g, '');
      expect(text).not.toMatch(/[A-Za-z]/);
    }
    expect(say([one, one], 'zh')[0]).toBe(
      '就福利而言价值最大的是乙：在各强度下均成立（2 个经济）。',
    );
  });

  describe('over economies that differ', () => {
    // The standard is worth more the larger x is; y says nothing.
    const xs = Array.from({ length: 12 }, (_, e) => e);
    const economies = xs.map((x) => effectsOf(made([3, x / 2, 0.5], 0), 3, 3, 'higher'));
    const columns = [
      { key: 'economy.x', values: xs },
      { key: 'economy.y', values: xs.map((x) => (7 * x) % 12) },
    ];
    const names = ['law', 'standard', 'publicity'];
    const shown = { title: 'Welfare', factor: 100, unit: '%', better: 'higher' } as const;
    const say = (all: typeof economies, of: typeof columns) =>
      remedySentences(names, all, shown, ['Weak', 'Middling', 'Strong'], of);

    it('say on what it depends: how often which is first, and with which number its lead goes', () => {
      const [lead, counts, depends, weak] = say(economies, columns);
      expect(lead).toMatch(
        /cannot be said over 12 economies. All strengths counted, law is first for certain in 1[58] of 36/,
      );
      expect(counts).toContain('First for certain, in how many of 12 economies: weak, law');
      expect(depends).toMatch(
        /^By the means law does most on average, and its lead .*over standard it shrinks with economy\.x \(−1\.00\)/,
      );
      expect(depends).not.toContain('economy.y');
      expect(weak).toMatch(
        /alone, welfare less none \(%\), .*: law \+300\.\d+ to \+300\.\d+, above nothing for certain in 12, below in 0/,
      );
    });

    it('say so where nothing can be told to decide it, and do not ask of few', () => {
      const same = xs.map(() => effectsOf(made([3, 2, 0.5], 0), 3, 3, 'higher'));
      expect(say(same, columns)[0]).toMatch(/^Worth most in welfare: law, at every strength/);
      expect(say(same, columns)[2]).toMatch(/with no number of the economy does its lead/);
      expect(say(same.slice(0, 3), columns)[2]).toContain(
        'not asked of fewer than eight economies',
      );
    });
  });
});
