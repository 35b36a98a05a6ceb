import { describe, expect, it } from 'vitest';
import { boxColumns, hunt } from '../../src/answers/discovery.ts';
import {
  curvesOf,
  curveSentences,
  robustnessSentences,
  robustnessSentencesZh,
} from '../../src/answers/index.ts';
import { robustness } from '../../src/answers/robustness.ts';
import { resultDictionary } from '../../src/measures/index.ts';
import { pointValues } from './made-up.ts';

const passport = resultDictionary.passportOf('welfare');
const name = (id: string) => id.toUpperCase();
/** Numbers in a sentence, in their order. */
const numbers = (text: string) => text.match(/\d+(?:\.\d+)?/g)?.toSorted();

describe('what an answer says in Chinese', () => {
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
});
