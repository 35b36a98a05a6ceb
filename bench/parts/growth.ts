import { measuredRows, type NamedTask, type Part } from '../part.ts';
import { institutions } from '../../src/institutions/registry.ts';

/** Cost is linear where the speed stays: one part for each thing that may grow. */
function growth(id: string, title: string, tasks: (smaller: number) => NamedTask[]): Part {
  return {
    id,
    title,
    rows({ runs, smaller }) {
      return measuredRows(tasks(smaller), runs);
    },
  };
}

const piece = 'engine';

export const growthParts: readonly Part[] = [
  growth('borrowers', 'Growing in borrowers', (smaller) =>
    [10_000, 100_000, 1_000_000].map((borrowers) => ({
      what: `${(borrowers / smaller).toLocaleString('en')} borrowers`,
      ...{ piece, borrowers: borrowers / smaller, quarters: 20 },
      repeats: Math.max(1, 100_000 / borrowers),
    })),
  ),
  growth('quarters', 'Growing in quarters', (smaller) =>
    [20, 40, 80].map((quarters) => ({
      what: `${quarters} quarters`,
      ...{ piece, borrowers: 100_000 / smaller, quarters },
    })),
  ),
  growth('lenders', 'Growing in lenders, three asked', (smaller) =>
    [3, 6, 9, 12].map((lenders) => ({
      what: `${lenders} lenders`,
      ...{ piece, borrowers: 100_000 / smaller, quarters: 20, lenders },
    })),
  ),
  growth('institutions', 'Each institution', (smaller) =>
    Object.keys(institutions).map((institution) => ({
      what: institution,
      ...{ piece, borrowers: 100_000 / smaller, quarters: 20, institution },
    })),
  ),
];
