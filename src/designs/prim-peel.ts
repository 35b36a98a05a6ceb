import { binomialUpperTail } from '../math/binomial.ts';

/** One end of a box: a parameter is at least, or at most, a value. */
export interface Bound {
  readonly parameter: number;
  readonly side: 'at least' | 'at most';
  readonly value: number;
}

/** Share of the points in a box that one peel takes, and that the smallest box keeps of all. */
const alpha = 0.05;
const mostParameters = 3;
/** A parameter enters only if its bounds are less likely than this to be luck, all tried ones counted. */
const significance = 0.05;

/** Whether a point lies in a box; bounds are included. */
export function inside(
  points: readonly Float64Array[],
  bounds: readonly Bound[],
  point: number,
): boolean {
  return bounds.every(({ parameter, side, value }) =>
    side === 'at least' ? points[parameter][point] >= value : points[parameter][point] <= value,
  );
}

interface Box {
  readonly bounds: readonly Bound[];
  readonly size: number;
  readonly hits: number;
  /** Harmonic mean of coverage and density. */
  readonly score: number;
}

/**
 * The box that the fixed rule picks, or no bounds if no parameter passes.
 *
 * Parameters enter one by one, at most three. To try one, the whole sample is peeled anew with those chosen and it alone
 * (greedy peeling over all parameters at once would waste its few on the noise of the first peels); of all boxes on the
 * way, that with the highest harmonic mean of coverage and density counts, of equal ones the larger. The parameter with
 * the highest score enters if the score rises and the binomial chance of what its bounds gain, times the number of
 * parameters tried, is below 5%.
 *
 * @param points by parameter, as columns. Shape (parameters × points).
 * @param interest 1 or 0 of each point. Shape (points).
 * @param among the points to peel
 */
export function bestBox(
  points: readonly Float64Array[],
  interest: Float64Array,
  among: Int32Array,
): readonly Bound[] {
  const sample: PeelSample = {
    points,
    interest,
    among,
    sorted: new Map(),
    hits: among.reduce((s, k) => s + interest[k], 0),
  };
  const chosen: number[] = [];
  let best = boxOf(sample, [], among.length, sample.hits);
  while (chosen.length < mostParameters) {
    const tried = [...points.keys()].filter((parameter) => !chosen.includes(parameter));
    let next: Box | undefined;
    let entering = -1;
    for (const parameter of tried) {
      const box = peel(sample, [...chosen, parameter]);
      if (next && box.score <= next.score) continue;
      [next, entering] = [box, parameter];
    }
    if (!next || next.score <= best.score) break;
    const others = next.bounds.filter(({ parameter }) => parameter !== entering);
    const wider = among.filter((k) => inside(points, others, k));
    const rate = wider.reduce((s, k) => s + interest[k], 0) / wider.length;
    if (!(binomialUpperTail(next.size, rate, next.hits) * tried.length < significance)) break;
    best = next;
    chosen.push(entering);
  }
  return best.bounds;
}

interface PeelSample {
  readonly points: readonly Float64Array[];
  readonly interest: Float64Array;
  readonly among: Int32Array;
  /** The points in the order of a parameter, as needed. */
  readonly sorted: Map<number, Int32Array>;
  readonly hits: number;
}

function boxOf(sample: PeelSample, bounds: readonly Bound[], size: number, hits: number): Box {
  const score = hits === 0 ? 0 : (2 * hits) / (sample.hits + size); // 2 / (1/coverage + 1/density)
  return { bounds, size, hits, score };
}

/** Peels the whole sample with these parameters; the best box on the way. */
function peel(sample: PeelSample, parameters: readonly number[]): Box {
  const { among, interest, points } = sample;
  const within = new Uint8Array(interest.length);
  for (const k of among) within[k] = 1;
  let box = boxOf(sample, [], among.length, sample.hits);
  let best = box;
  for (;;) {
    let chosen: Peel | undefined;
    for (const parameter of parameters) {
      for (const side of ['at least', 'at most'] as const) {
        const one = peelOf(sample, within, box, parameter, side);
        if (one && (!chosen || one.gain > chosen.gain)) chosen = one;
      }
    }
    if (!chosen) return best;
    const { bound, size, hits } = chosen;
    for (const k of among) if (within[k] && !inside(points, [bound], k)) within[k] = 0;
    const kept = box.bounds.filter(
      ({ parameter, side }) => parameter !== bound.parameter || side !== bound.side,
    );
    box = boxOf(sample, [...kept, bound], size, hits);
    if (box.score > best.score) best = box;
  }
}

interface Peel {
  readonly bound: Bound;
  readonly size: number;
  readonly hits: number;
  /** Rise of the density per point taken away. */
  readonly gain: number;
}

/**
 * Takes the outer 5% on one side, and all points that tie with them; undefined if too little would be left. What is
 * compared is the rise of the density per point taken, since ties can make a peel large (Kwakkel & Jaxa-Rozen 2016,
 * Environmental Modelling & Software 79, 311–321).
 */
function peelOf(
  sample: PeelSample,
  within: Uint8Array,
  box: Box,
  parameter: number,
  side: Bound['side'],
): Peel | undefined {
  const column = sample.points[parameter];
  let order = sample.sorted.get(parameter);
  if (!order) {
    order = sample.among.toSorted((a, b) => column[a] - column[b] || a - b);
    sample.sorted.set(parameter, order);
  }
  const wanted = Math.max(1, Math.floor(alpha * box.size));
  const last = order.length - 1;
  let taken = 0;
  let lost = 0;
  let edge = NaN;
  for (let k = 0; k <= last; k++) {
    const point = order[side === 'at least' ? k : last - k];
    if (!within[point]) continue;
    const value = column[point];
    if (taken >= wanted && value !== edge) {
      const [size, hits] = [box.size - taken, box.hits - lost];
      if (size < alpha * sample.among.length) return undefined;
      const gain = (hits / size - box.hits / box.size) / taken;
      return { bound: { parameter, side, value }, size, hits, gain };
    }
    edge = value;
    taken += 1;
    lost += sample.interest[point];
  }
  return undefined;
}
