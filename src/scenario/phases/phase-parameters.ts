import { real, whole } from '../../parameters.ts';

/** Numbers that a phase has of its own. */
export const phaseParameters = {
  backfill: whole(0, [0, 31], 'quarters', {
    about: 'quarters before it whose records a lender furnishes that begins to contribute',
    source: 'a phase of a scenario',
  }),
  shock: real(0, [-10, 10], 'units of Z', {
    about: 'added to the macro state in its first quarter, and wearing off; negative is bad',
    source: 'a phase of a scenario',
  }),
} as const;
