import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defaultsOf } from '../../../src/parameters.ts';
import { bandOf } from '../../../src/scores/bands.ts';
import { sesameBands } from '../../../src/scores/sesame/bands.ts';
import { liftToNextBand, type Step } from '../../../src/scores/lift.ts';
import { sesameParameters } from '../../../src/scores/sesame/parameters.ts';
import { sesameScale } from '../../../src/scores/sesame/scale.ts';
import { explainSesame } from '../../../src/scores/sesame/score.ts';
import { behaviours } from '../../../src/scores/sesame/behaviours.ts';

const values = defaultsOf(sesameParameters);
const scale = sesameScale(values);
const explain = (row: readonly number[], defaults = 0) =>
  explainSesame(row, 0, defaults, scale, values);

const cures = (steps: readonly Step[]) => steps.some(({ part }) => part.id === 'loan-record');

it('carries the borrower to the bound of the next band', () => {
  const row = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 9, maxLength: 9 });
  fc.assert(
    fc.property(row, fc.nat(4), (percentiles, defaults) => {
      const before = explain(percentiles, defaults);
      const lift = liftToNextBand(before, sesameBands);
      expect(lift === undefined).toBe(before.band.id === 'outstanding');
      if (!lift) return;
      const apply = (steps: readonly Step[]) => {
        const lifted = percentiles.map((p, b) => {
          const step = steps.find(({ part }) => part.id === behaviours[b].id);
          return step ? step.standing + 1e-9 : p;
        });
        return explain(lifted, cures(steps) ? 0 : defaults).score;
      };
      const ways = lift.together.length > 0 ? [lift.together] : lift.alone.map((step) => [step]);
      for (const steps of ways) {
        const score = apply(steps);
        expect(score).toBeGreaterThanOrEqual(lift.band.from);
        // a hair above the standing named: the rounding may turn it into one more point, no more
        if (!cures(steps)) expect(score).toBeLessThanOrEqual(lift.band.from + 1);
      }
      expect(bandOf(before.score + lift.missing - Math.max(0, before.limit), sesameBands)).toBe(
        lift.band,
      );
    }),
  );
});

it('puts the least change first', () => {
  const lift = liftToNextBand(explain(Array(9).fill(0.45)), sesameBands);
  const changes = lift?.alone.map(({ part, standing }) => standing - part.standing) ?? [];
  expect(changes.length).toBeGreaterThan(1);
  expect(changes).toEqual([...changes].sort((a, b) => a - b));
  expect(lift?.alone[0].part.id).toBe('credit-loan');
});

it('names several parts where none is enough alone', () => {
  const lift = liftToNextBand(explain(Array(9).fill(0)), sesameBands);
  expect(lift?.alone).toEqual([]);
  expect(lift?.together.length).toBeGreaterThan(1);
});

it('says when undoing the defaults is enough', () => {
  const lift = liftToNextBand(explain(Array(9).fill(0.5), 2), sesameBands);
  expect(lift?.alone[0].part.id).toBe('loan-record');
});
