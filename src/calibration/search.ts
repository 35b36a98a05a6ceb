import { CmaEs } from '../designs/cma-es.ts';
import { sobolSequence } from '../designs/sobol-sequence.ts';
import { thin } from '../designs/spread.ts';

/** What the scan is called where it stands beside descents. */
export const scanStage = 'scan';

/** A point whose misfit is asked for. */
export interface AskedPoint {
  /** `scan`, or `start-1`, `start-2`, …: where in the search it was asked. */
  readonly stage: string;
  /** Each coordinate 0 … 1. Shape (parameters). */
  readonly point: Float64Array;
}

export interface SearchOptions {
  /** Where the scan begins: the vector that is there already. Shape (parameters). */
  readonly origin: Float64Array;
  readonly seed: string;
  /** Descents, at least 1. */
  readonly starts: number;
}

/** Points scanned for each parameter, before the number is rounded up to a power of two. */
const scannedEach = 8;
/** Starts are at least so far apart: root mean square over parameters, in ranges. */
const apart = 0.15;
/** First standard deviation of a descent's steps, in ranges. */
const firstStep = 0.1;
/** A descent has arrived when no standard deviation is above this share of a range. */
const arrived = 0.002;

/** Points of the scan, the origin among them. */
export function scanSize(parameters: number): number {
  let size = 1;
  while (size < scannedEach * parameters) size *= 2;
  return size;
}

/** The points that every search begins with: a scrambled Sobol scan of the ranges, the origin before it. */
export function scanPoints({
  origin,
  seed,
}: Pick<SearchOptions, 'origin' | 'seed'>): readonly Float64Array[] {
  const sobol = sobolSequence(origin.length, `${seed}/scan`);
  return Array.from({ length: scanSize(origin.length) }, (_, i) =>
    i === 0 ? origin : sobol(i - 1),
  );
}

/** A descent that has not begun, and its name. */
interface Descent {
  readonly stage: string;
  readonly cma: CmaEs;
}

/** The descents of a search: from the best points of its scan that lie apart. */
export function descentsFrom(
  points: readonly Float64Array[],
  misfits: readonly number[],
  { seed, starts }: Pick<SearchOptions, 'seed' | 'starts'>,
): Descent[] {
  const order = [...points.keys()].toSorted((a, b) => misfits[a] - misfits[b] || a - b);
  const ranked = order.map((i) => points[i]);
  return thin(ranked, apart, starts).map((i, k) => ({
    stage: `start-${k + 1}`,
    cma: new CmaEs({
      start: ranked[i],
      seed: `${seed}/start-${k + 1}`,
      step: firstStep,
      tolerance: arrived,
    }),
  }));
}

/**
 * A search, as questions and answers: it yields points and is told their misfits, in the same order. First the scan, then
 * CMA-ES from the best points that lie apart, all descents a generation at a time.
 *
 * What is asked follows from what was told, so that a log of answers takes it up again, and a short search is the
 * beginning of a long one.
 */
export function* search(
  options: SearchOptions,
): Generator<readonly AskedPoint[], void, readonly number[]> {
  const points = scanPoints(options);
  const misfits = yield points.map((point) => ({ stage: scanStage, point }));
  const descents = descentsFrom(points, misfits, options);
  for (;;) {
    const open = descents.filter(({ cma }) => cma.ended === undefined);
    if (open.length === 0) return;
    const asked = open.map(({ stage, cma }) => cma.ask().map((point) => ({ stage, point })));
    const told = yield asked.flat();
    let from = 0;
    for (const { cma } of open) {
      cma.tell(told.slice(from, from + cma.population));
      from += cma.population;
    }
  }
}
