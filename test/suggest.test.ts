import { expect, it } from 'vitest';
import { didYouMean, nearest } from '../src/suggest.ts';

const known = ['retentionNegative', 'retentionPositive', 'lag', 'fee', 'market-led'];

it.each([
  ['retentionNegativ', 'retentionNegative'],
  ['retentoin', 'retentionNegative'],
  ['RetentionPositive', 'retentionPositive'],
  ['marketLed', 'market-led'],
  ['lga', 'lag'],
  ['something else entirely', undefined],
])('nearest to %s is %s', (word, meant) => {
  expect(nearest(word, known)).toBe(meant);
});

it('a hint names what is known even if nothing is near', () => {
  expect(didYouMean('zzzzzzzz', ['lag', 'fee'])).toBe('known: lag, fee');
  expect(didYouMean('lagg', ['lag', 'fee'])).toBe('did you mean lag? known: lag, fee');
});

it('a dotted key may be misspelt in its owner', () => {
  const groups = ['economy.traits', 'economy.behaviour'];
  expect(nearest('economy.behavior.awareness', groups)).toBe('economy.behaviour');
});

it('of very many words a hint names the nearest few, and all of them where none is near', () => {
  const many = Array.from({ length: 100 }, (_, k) => `economy.group.value${k}`);
  const hint = didYouMean('economy.Group.value42', many);
  expect(hint).toMatch(
    /^did you mean economy\.group\.value42\? near it: (?:[^,]+, ){8}of 100 that are known$/,
  );
  expect(didYouMean('nothing like it', many)).toBe(`known: ${many.join(', ')}`);
});
