import { describe, expect, it } from 'vitest';
import { boxColumns, hunt } from '../../src/answers/discovery.ts';
import { movements } from '../../src/answers/convergence.ts';
import {
  convergenceLead,
  convergenceQuestion,
  curvesOf,
  curveSentences,
  frozenSentences,
  noiseSentences,
  regretNote,
  resizeSentences,
  robustnessSentences,
  robustnessSentencesZh,
} from '../../src/answers/index.ts';
import { smallestSentences } from '../../src/findings/index.ts';
import { robustness } from '../../src/answers/robustness.ts';
import { resultDictionary } from '../../src/measures/index.ts';
import { paired, replicatesToHalve, smallestTold } from '../../src/replicates/index.ts';
import { pointValues } from './made-up.ts';
import { strays } from './strays.ts';

const passport = resultDictionary.passportOf('welfare');
const name = (id: string) => id.toUpperCase();
/** Numbers in a sentence, in their order. */
const numbers = (text: string) => text.match(/\d+(?:\.\d+)?/g)?.toSorted();

describe('what an answer says in Chinese', () => {
  it('about convergence has the numbers that it has in English, and no English words', () => {
    const resizes = [
      { of: 'borrowers', from: 4000, to: 1000 },
      { of: 'borrowers', from: 4000, to: 16_000 },
      { of: 'quarters', from: 24, to: 12 },
      { of: 'burnIn', from: 32, to: 64 },
    ] as const;
    const measures = ['welfare', 'apr', 'default-rate', 'approval-rate'];
    const valuesAt = (size: number, institution: string, measure: string) =>
      [0.1, 0.11, 0.12].map(
        (x, r) =>
          x +
          size * r * 0.01 +
          (institution === 'b' ? 0.05 * (size + 1) : 0) +
          measure.length / 100,
      );
    const found = movements(['a', 'b', 'c'], 'a', measures, 'welfare', resizes, valuesAt);
    expect(new Set(found.map(({ verdict }) => verdict)).size).toBeGreaterThan(1);
    const { passportOf } = resultDictionary;
    const say = (language: 'en' | 'zh') => [
      ...[0, 3].map((moves) =>
        convergenceLead({ moves, holds: 2, all: found.length, replicates: 3 }, language),
      ),
      convergenceLead({ moves: 0, holds: 9, all: 9, replicates: 3 }, language),
      ...resizeSentences(resizes, found, passportOf, name, language),
      ...noiseSentences(
        passport,
        [
          { borrowers: 1000, deviation: 0.04 },
          { borrowers: 16_000, deviation: 0.01 },
        ],
        measures.map(passportOf),
        language,
      ),
    ];
    const [english, chinese] = [say('en'), say('zh')];
    expect(chinese).toHaveLength(english.length);
    chinese
      .slice(3, -1)
      .forEach((text, i) =>
        expect(numbers(text)?.toSorted()).toEqual(numbers(english[i + 3])?.toSorted()),
      );
    expect(chinese.flatMap(strays)).toEqual([]);
    expect(strays(convergenceQuestion.zh)).toEqual([]);
    // Each size is said in Chinese.
    expect(chinese.join('')).toMatch(/4,000 → 1,000 名借款人.*个计数季度.*个预热季度/su);
  });

  it('names what could be told and what froze, with the numbers that it has in English', () => {
    const differences = [
      paired([0.1, 0.12, 0.13], [0.05, 0.04, 0.06]),
      paired([0.1, 0.1, 0.1], [0.1, 0.1, 0.1]),
    ];
    const frozen = [
      { institution: 'a', count: 0, all: 12 },
      { institution: 'b', count: 3, all: 12 },
    ];
    const say = (language: 'en' | 'zh') => [
      ...smallestSentences(differences, passport, language),
      ...frozenSentences(frozen, name, language),
    ];
    const [english, chinese] = [say('en'), say('zh')];
    const least = 100 * smallestTold(differences[0].standardError, 3);
    expect(english[0]).toContain(`is ${least.toFixed(1)}`);
    expect(english[0]).toContain(`${replicatesToHalve(3)} would halve it`);
    expect(english[1]).toContain('3 of 12 under B.');
    expect(chinese[1]).toContain('B下 12 个中有 3 个。');
    expect(chinese.flatMap(strays)).toEqual([]);
    expect(frozenSentences(frozen.slice(0, 1), name, 'en')).toEqual([]);
  });

  const values = pointValues({ a: (_, p) => p / 100, b: (r) => 0.1 + r / 1000 }, 4, 20);

  it('has the numbers that it has in English, and says who is first', () => {
    const keys = boxColumns(
      ['x'],
      Array.from({ length: 20 }, (_, p) => [p]),
    );
    const facts = {
      ...{ passport, institutions: values.institutions, reference: 'a', columns: keys },
      found: robustness(values, 'higher'),
      hunts: [hunt(values, 'higher', [0], keys, 'seed')].flatMap((one) => one ?? []),
    };
    const [english, chinese] = [
      robustnessSentences(facts, name),
      robustnessSentencesZh(facts, name),
    ];
    expect(chinese).toHaveLength(english.length);
    expect(chinese[0]).toContain('福利居首者');
    expect(numbers(chinese[0])).toEqual(numbers(english[0]));
    expect(numbers(chinese[2])).toEqual(numbers(english[2]));
  });

  it('tells curves with the same numbers', () => {
    const at = Array.from({ length: 20 }, (_, p) => [p]);
    const along = at.map(([p]) => p);
    const curves = curvesOf(values, 'a', at, along, 'seed');
    const told = { key: 'x', values: along, where: 'y 1' };
    const say = (language: 'en' | 'zh') =>
      curveSentences(curves, passport, 'a', told, name, language);
    expect(say('zh')).toHaveLength(say('en').length);
    expect(say('zh').join('')).toMatch(/（y 1）.*优于A|劣于A/);
    say('zh').forEach((text, i) => expect(numbers(text)).toEqual(numbers(say('en')[i])));
  });

  it('says what regret is counted in', () => {
    expect(regretNote(passport, 'en')).toContain('Regret, in % of a mean loan per application');
    expect(regretNote(passport, 'zh')).toContain('遗憾（每笔申请，占平均贷款额的 %）');
    expect(strays(regretNote(passport, 'zh'))).toEqual([]);
  });

  it('tells the slope of a share in points, and what the factor is counted in', () => {
    const at = Array.from({ length: 20 }, (_, p) => [p]);
    const along = at.map(([p]) => p);
    const rising = pointValues({ a: (r, p) => (p * (10 + r)) / 1000 }, 4, 20);
    const curves = curvesOf(rising, 'a', at, along, 'seed');
    const rate = resultDictionary.passportOf('default-rate');
    const say = (unit: Record<'en' | 'zh', string>, language: 'en' | 'zh') => {
      const told = { key: 'x.lag', values: along, where: '', unit: unit[language] };
      return curveSentences(curves, rate, 'a', told, name, language).join('');
    };
    const quarters = { en: 'quarters', zh: '季度' };
    expect(say(quarters, 'en')).toMatch(
      /1\.15 .* percentage points per unit of x\.lag \(quarters\)/,
    );
    expect(say(quarters, 'zh')).toMatch(/x\.lag（季度） 每.*百分点/);
    expect(say({ en: '', zh: '' }, 'en')).toContain('per unit of x.lag.');
  });
});
