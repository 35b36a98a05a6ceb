import { expect, it } from 'vitest';
import { bandOf, nextBand } from '../../src/scores/bands.ts';
import { sesameBands } from '../../src/scores/sesame/bands.ts';

it('gives a bound to the band above it', () => {
  const band = (score: number) => bandOf(score, sesameBands).id;
  expect([350, 549, 550, 599, 600, 649, 650, 699, 700, 950].map(band)).toEqual([
    ...['poor', 'poor', 'fair', 'fair', 'good', 'good', 'excellent', 'excellent'],
    ...['outstanding', 'outstanding'],
  ]);
});

it('names the band to reach next, and none from the top', () => {
  expect(nextBand(350, sesameBands)?.id).toBe('fair');
  expect(nextBand(549, sesameBands)?.id).toBe('fair');
  expect(nextBand(550, sesameBands)?.id).toBe('good');
  expect(nextBand(700, sesameBands)).toBeUndefined();
});
