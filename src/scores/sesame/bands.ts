import { printedBands } from './published.ts';
import type { ScoreBand } from '../bands.ts';

/** Bands of the Sesame score: Table 3 of Xu, Guo & Li, under the names that the garbled ones stand for. */
export const sesameBands: readonly ScoreBand[] = printedBands.map(({ from, meant }) => ({
  id: meant,
  from,
}));
