import { expect, it } from 'vitest';
import { misuse } from '../../src/commands/misuse.ts';

it('tells a flag of several words that is not known once, and every other that is not', () => {
  const told = misuse('Unknown arguments: no-figures, noFigures, other', 'run <scenario>', [
    '--out',
  ]);
  expect(told.problems.map(({ message }) => message)).toEqual([
    '"no-figures" is not a flag or argument of this command',
    '"other" is not a flag or argument of this command',
  ]);
});
