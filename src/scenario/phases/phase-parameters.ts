import { real, toggle, whole } from '../../parameters.ts';
import { runParameters } from '../run-parameters.ts';

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

/** Whose defaults a phase strikes. */
export const erasureParameters = {
  atMost: whole(1, [1, 1000], 'defaults', {
    about: 'most defaults on the shared files of those whose are struck',
    source: 'a phase of a scenario',
  }),
} as const;

const { max: longest } = runParameters.quarters;

/** When a phase begins and how, as designs set it; a file may write the quarters as dates. */
export const phaseTimes = {
  from: whole(0, [0, longest - 1], 'quarter of the run', {
    about: 'first quarter in which the phase holds, burn-in counted',
    source: 'a phase of a scenario',
  }),
  announced: whole(0, [0, longest - 1], 'quarter of the run', {
    about: 'quarter from which borrowers reckon with the new rules, burn-in counted',
    source: 'a phase of a scenario',
  }),
  told: toggle(false, {
    about:
      'whether lenders get at once the cards that they would have learned had the new rules always held',
    source: 'a phase of a scenario',
  }),
} as const;
