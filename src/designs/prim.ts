import { binomialUpperTail } from '../math/binomial.ts';
import { stream } from '../random/stream.ts';
import { bestBox, type Bound, inside } from './prim-peel.ts';

/** What a box catches. */
interface BoxShares {
  /** Share of all points of interest that lie inside. */
  readonly coverage: number;
  /** Share of the points inside that are of interest. */
  readonly density: number;
  /** Share of all points that lie inside. */
  readonly mass: number;
}

/** One end of a box, and whether it is more than luck. */
interface BoxBound extends Bound {
  /**
   * The chance of as many points of interest in the box if this bound made no difference: a binomial tail at the density
   * of the box without it (Bryant & Lempert's quasi-p).
   */
  readonly quasiP: number;
}

/** All of these are told of the half of the points that the peeling never saw. */
export interface Discovery extends BoxShares {
  /** Whether there is a box at all, and its density is at least twice the base rate. */
  readonly found: boolean;
  /** The box of which the shares are told, even if it does not double the base rate; no bounds if there is none. */
  readonly bounds: readonly BoxBound[];
  /** Share of points of interest among all. */
  readonly baseRate: number;
  /** Points of which shares are told, and points the box was peeled from. */
  readonly unseen: number;
  readonly peeled: number;
}

/**
 * Scenario discovery: a box in at most three parameters in which what is of interest happens more often.
 *
 * The patient rule induction method of Friedman & Fisher (1999), "Bump hunting in high-dimensional data", Statistics and
 * Computing 9, 123–143, as used by Bryant & Lempert (2010), "Thinking inside the box", Technological Forecasting & Social
 * Change 77, 34–49. One half of the points, drawn by seed, is peeled, 5% at a time (prim-peel.ts, which states the rule
 * that picks the box); the other half says what the box is worth.
 *
 * @param points by parameter in any units, as columns; categories as a column of 0 and 1 each. Shape (parameters × points).
 * @param interest 1 where it happens, 0 where not, NaN where a point counts for nothing. Shape (points).
 * @param seed of the split into halves
 */
export function discover(
  points: readonly Float64Array[],
  interest: Float64Array,
  seed: string,
): Discovery {
  const { permutation } = stream(`${seed}/halves`);
  const order = permutation(interest.length).filter((k) => !Number.isNaN(interest[k]));
  const half = Math.ceil(order.length / 2);
  const seen = order.slice(0, half);
  const unseen = order.slice(half);
  const bounds = bestBox(points, interest, seen);
  const all = count(points, interest, unseen, []);
  const box = count(points, interest, unseen, bounds);
  const baseRate = all.hits / all.points;
  const density = box.hits / box.points;
  return {
    found: bounds.length > 0 && density >= 2 * baseRate,
    bounds: bounds.map((bound) => {
      const without = bounds.filter((other) => other !== bound);
      const wider = count(points, interest, unseen, without);
      return {
        ...bound,
        quasiP: binomialUpperTail(box.points, wider.hits / wider.points, box.hits),
      };
    }),
    coverage: box.hits / all.hits,
    density,
    mass: box.points / all.points,
    baseRate,
    unseen: unseen.length,
    peeled: seen.length,
  };
}

function count(
  points: readonly Float64Array[],
  interest: Float64Array,
  among: Int32Array,
  bounds: readonly Bound[],
): { points: number; hits: number } {
  let [n, hits] = [0, 0];
  for (const k of among) {
    if (!inside(points, bounds, k)) continue;
    n += 1;
    hits += interest[k];
  }
  return { points: n, hits };
}
