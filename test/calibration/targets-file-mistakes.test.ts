import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { good, parse } from './targets-text.ts';

const mistakes = async (text: string): Promise<string> => {
  const error: unknown = await parse(text).catch((thrown: unknown) => thrown);
  if (!(error instanceof UserError)) throw new Error('no mistake was found');
  return error.message;
};

describe('a mistake in a targets file', () => {
  const entry = (words: string) => `version: 1\ntargets:\n  - { ${words} }\n`;
  const freeing = (words: string) => `${good}free:\n  ${words}\n`;

  it.each([
    [
      'an unknown measure',
      entry('measure: defualt-rate, value: 1, source: a'),
      'mine.yaml:3:16: targets, entry 1, measure: no measure "defualt-rate"',
      'did you mean default-rate?',
    ],
    [
      'an unknown fact',
      entry('fact: price-slop, value: 1, source: a'),
      'no fact "price-slop"',
      'did you mean price-slope?',
    ],
    [
      'a fact of several markets',
      entry('fact: sharing-lowers-default, value: -1, source: a'),
      'the fact "sharing-lowers-default" needs several markets, and a target is of one',
      'facts of one market: price-slope',
    ],
    [
      'no source',
      entry('measure: apr, value: 0.2'),
      'targets, entry 1, source: missing',
      'where the number comes from',
    ],
    [
      'a crossed band',
      entry('measure: apr, value: 0.2, band: [0.3, 0.1], source: a'),
      'targets, entry 1, band: [0.3, 0.1] is crossed',
      'the first below the second',
    ],
    [
      'an empty band',
      entry('measure: apr, value: 0.2, band: [0.2, 0.2], source: a'),
      '[0.2, 0.2] is empty',
      '',
    ],
    [
      'a value outside its band',
      entry('measure: apr, value: 0.5, band: [0.1, 0.3], source: a'),
      '0.5 is outside its own band',
      '',
    ],
    [
      'a target of nothing',
      entry('value: 0.5, source: a'),
      'says not what it is about',
      'name one of measure',
    ],
    [
      'a target of zero without a scale',
      entry('measure: lender-profit, value: 0, source: a'),
      'a target of 0 needs a scale',
      '',
    ],
    [
      'an unknown market',
      entry('measure: apr, value: 0.2, market: market-lad, source: a'),
      'no institution "market-lad"',
      'did you mean market-led?',
    ],
    [
      'the same twice',
      `${good}  - { measure: default-rate, value: 0.05, source: b }\n`,
      'is there already',
      'another id',
    ],
    ['no target', 'version: 1\n', 'targets: missing', 'name at least one'],
    [
      'an empty list of targets',
      'version: 1\ntargets: []\n',
      'targets: there is no target',
      'name at least one',
    ],
    [
      'an unknown parameter',
      freeing('economy.hazard.liquidty: [3, 9]'),
      'unknown key "economy.hazard.liquidty"',
      'did you mean economy.hazard.liquidity?',
    ],
    [
      'a range beyond what is allowed',
      freeing('economy.hazard.liquidity: [3, 19]'),
      'free.economy.hazard.liquidity: 3 to 19 reaches outside -5..12',
      '',
    ],
    ['a crossed range', freeing('economy.hazard.own: [7, 2]'), 'the range is crossed', ''],
    [
      'a log scale from zero',
      freeing('economy.hazard.debt: { from: 0, to: 2, scale: log }'),
      'a log scale begins above 0',
      '',
    ],
    ['an unknown key', `${good}freee: {}\n`, 'unknown key "freee"', 'did you mean free?'],
    [
      'an unknown condition',
      `${good}require:\n  - { measure: life-pd-gab, max: 1 }\n`,
      'no measure "life-pd-gab"',
      'did you mean life-pd-gap?',
    ],
    [
      'a condition without an end',
      `${good}require:\n  - { measure: life-pd-gap }\n`,
      'says nothing',
      'add min or max',
    ],
    ['too short a run', `${good}quarters: 20\n`, 'quarters must be at least 36', ''],
  ])('is located: %s', async (_, text, message, hint) => {
    const found = await mistakes(text);
    expect(found).toContain(message);
    expect(found).toContain(hint);
    expect(found).toMatch(/^mine\.yaml:\d+:\d+: /);
  });

  it('hides no other', async () => {
    const found = await mistakes(entry('measure: aprr, value: 0.2, band: [0.3, 0.1], source: a'));
    expect(found.split('mine.yaml:')).toHaveLength(3);
  });

  it('hides none of another target, nor says that there is none', async () => {
    const first = entry('measure: aprr, value: 0.2');
    const found = await mistakes(
      `${first}  - { measure: apr, value: 2, band: [3, 1], source: a }\n`,
    );
    expect(found).toContain('targets, entry 1, source: missing');
    expect(found).toContain('targets, entry 1, measure: no measure "aprr"');
    expect(found).toContain('targets, entry 2, band: [3, 1] is crossed');
    expect(found.split('mine.yaml:')).toHaveLength(4);
  });

  it('is that nothing is left of what it extends', async () => {
    const text = 'version: 1\nextends: base\nwithout: [default-rate]\n';
    await expect(parse(text, { base: good })).rejects.toThrow('there is no target');
  });
});
