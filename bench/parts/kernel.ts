import { measuredRows, noted, type Part } from '../part.ts';

/** Each has luck of its own, over a few hundred thousand loans. */
const tolerance = 0.01;

/** A kernel that a general library for agents can run too. */
export const kernelPart: Part = {
  id: 'kernel',
  title: 'A small kernel: apply, score, cut-off, default, history (bench/kernel/)',
  rows({ runs, smaller }) {
    const size = { borrowers: 10_000, quarters: 40 };
    const tasks = [
      { what: 'flocc, from npm', piece: 'flocc', ...size },
      { what: 'columns, as in this engine', piece: 'columns', ...size, repeats: 50 / smaller },
    ];
    const rows = measuredRows(tasks, runs);
    const [one, other] = rows.map((row) => row.default ?? Number.NaN);
    if (!(Math.abs(one - other) < tolerance)) throw new Error('flocc and the columns part ways');
    return noted(
      rows,
      `default rates within ${tolerance} of each other, or this would have failed; with the same draws the counts are the same (test/bench/kernel.test.ts)`,
    );
  },
};
