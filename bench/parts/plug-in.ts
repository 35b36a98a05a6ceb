import { measuredRows, type Part } from '../part.ts';

/** What it costs that an institution is a user's own module. */
export const plugInPart: Part = {
  id: 'plug-in',
  title:
    'An institution of the user’s own, in plain TypeScript, and the same one built in (bench/plug-ins/)',
  rows({ runs, smaller }) {
    const size = { piece: 'engine', borrowers: 200_000 / smaller, quarters: 20 };
    const pairs = ['registry', 'score'].map((module) => {
      const tasks = [
        { what: `${module}, built in`, ...size, module, loaded: 'compiled' as const },
        { what: `${module}, plug-in`, ...size, module, loaded: 'plug-in' as const },
      ];
      return measuredRows(tasks, runs);
    });
    return pairs.flat();
  },
};
