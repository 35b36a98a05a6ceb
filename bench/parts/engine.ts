import { institutions } from '../../src/institutions/registry.ts';
import { measuredRows, noted, short, sizeOf, type Part } from '../part.ts';
import { measureAll } from '../run.ts';

/** This engine on one core and on two, and beside it the same economy written naively. */
export const enginePart: Part = {
  id: 'engine',
  title: 'This engine, government-led, full economy',
  rows({ runs, smaller, large }) {
    const million = 1_000_000 / smaller;
    const shared = {
      what: 'two threads by the clock, start included',
      piece: 'threads',
      threads: 2,
    };
    const tasks = [
      { what: 'one core', piece: 'engine', borrowers: million },
      { ...shared, borrowers: million },
      ...(large ? [{ ...shared, borrowers: 10 * million }] : []),
    ].map((task) => ({ ...task, quarters: 40 }));
    return measuredRows(tasks, runs);
  },
};

const sameNumbers =
  'the same draws, and the same numbers to rounding in every table of every world (test/bench)';

export const naivePart: Part = {
  id: 'naive',
  title:
    'The same economy written straight from its description: objects, for the eye (bench/naive/)',
  rows({ runs, smaller, large }) {
    const sizes = [5_000, 20_000, ...(large ? [80_000] : [])];
    const rows = sizes.flatMap((size) => {
      const borrowers = size / smaller;
      const tasks = [
        { what: 'naive', piece: 'naive', borrowers, quarters: 20 },
        { what: 'this engine', piece: 'engine', borrowers, quarters: 20 },
      ];
      return measuredRows(tasks, runs);
    });
    return noted(rows, sameNumbers);
  },
};

/** What decomposition costs: the actual world and the three others. */
export const worldsPart: Part = {
  id: 'worlds',
  title: 'All four worlds side by side; ratio: their time to that of the actual one',
  rows({ runs, smaller }) {
    const size = { borrowers: 60_000 / smaller, quarters: 48 };
    const ids = Object.keys(institutions);
    const found = measureAll(
      ids.flatMap((institution) => [
        { piece: 'engine', institution, ...size },
        { piece: 'engine', institution, ...size, worlds: true },
      ]),
      runs,
    );
    const cost = (all: number, actual: number) => short(all / actual);
    const rows = ids.map((what, k) => {
      const [actual, all] = found.slice(2 * k);
      const speed = all.work / all.cpu;
      return {
        what,
        size: sizeOf(size),
        speed,
        each: 1e9 / speed,
        ratio: cost(all.cpu, actual.cpu),
      };
    });
    const sum = (odd: 0 | 1) =>
      found.reduce((total, { cpu }, k) => total + (k % 2 === odd ? cpu : 0), 0);
    return [...rows, { what: 'all of them', ratio: cost(sum(1), sum(0)) }];
  },
};
