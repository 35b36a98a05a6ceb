import { measuredRows, type Part } from '../part.ts';

/** This engine on one core and on two, and beside it the same economy written naively. */
export const enginePart: Part = {
  id: 'engine',
  title: 'This engine, government-led, full economy',
  rows({ runs, smaller, large }) {
    const million = 1_000_000 / smaller;
    const shared = {
      what: 'two threads, by the clock',
      piece: 'threads',
      threads: 2,
      quarters: 40,
    };
    const tasks = [
      { what: 'one core', piece: 'engine', borrowers: million, quarters: 20 },
      { ...shared, borrowers: million },
      ...(large ? [{ ...shared, borrowers: 10 * million }] : []),
    ];
    return measuredRows(tasks, runs);
  },
};

export const naivePart: Part = {
  id: 'naive',
  title: 'The same economy written naively: objects and closures (bench/naive/)',
  rows({ runs, smaller, large }) {
    const borrowers = (large ? 1_000_000 : 100_000) / smaller;
    const tasks = [
      { what: 'naive', piece: 'naive', borrowers, quarters: 20 },
      { what: 'this engine', piece: 'engine', borrowers, quarters: 20 },
    ];
    return measuredRows(tasks, runs);
  },
};
