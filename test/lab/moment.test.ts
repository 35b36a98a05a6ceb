import { describe, expect, it } from 'vitest';
import { later, stepped } from '../../src/lab/field/moment.ts';
import { nextHalf, type Scene } from '../../src/lab/field/scene.ts';

describe('a moment of a film', () => {
  const start = { quarter: 0, phase: 0 };

  it('comes later, and neither before the beginning nor after the end', () => {
    expect(later(start, 0.25, 4)).toEqual({ quarter: 0, phase: 0.25 });
    expect(later({ quarter: 2, phase: 0.75 }, 0.5, 4)).toEqual({ quarter: 3, phase: 0.25 });
    // A slow machine's first frame may have begun before its clock was read.
    expect(later(start, -0.1, 4)).toEqual(start);
    expect(later(start, 9, 4)).toEqual({ quarter: 3, phase: 1 });
  });

  it('is stepped quarter by quarter, there and back', () => {
    const third = stepped({ quarter: 1, phase: 1 }, 1, 4);
    expect(third).toEqual({ quarter: 2, phase: 1 });
    expect(stepped(third, -1, 4)).toEqual({ quarter: 1, phase: 1 });
    expect(stepped({ quarter: 1, phase: 0.5 }, 1, 4)).toEqual({ quarter: 1, phase: 1 });
    expect(stepped({ quarter: 0, phase: 1 }, -1, 4)).toEqual({ quarter: 0, phase: 1 });
  });
});

it('the half of a quarter that is drawn ahead is one that is there', () => {
  const at = (quarter: number, phase: number, more: Partial<Scene> = {}) => {
    const next = nextHalf({ quarter, phase, done: 4, ...more } as Scene);
    return next && [next.quarter, next.phase];
  };
  expect(at(2, 0.2)).toEqual([2, 0.55]);
  expect(at(2, 0.9)).toEqual([3, 0]);
  expect(at(3, 0.2)).toEqual([3, 0.55]);
  // The film may be longer: its next quarter is empty until it is filmed.
  expect(at(3, 0.9)).toBeUndefined();
  expect(at(2, 0.9, { water: {} as Scene['water'] })).toBeUndefined();
});
