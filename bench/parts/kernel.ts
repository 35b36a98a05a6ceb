import { measuredRows, type Part } from '../part.ts';

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
    return measuredRows(tasks, runs);
  },
};
