import { singularValues } from '../math/singular-values.ts';

/** A direction in the space of parameters, by how much it moves the moments. */
interface Direction {
  /** Moments' change, in units of their scales (root of the sum of squares), per whole range along the direction. */
  readonly strength: number;
  /** Unit vector, its largest coordinate positive. Shape (parameters). */
  readonly vector: Float64Array;
}

/** What moments say about parameters, near one vector. */
export interface Identification {
  /** Strongest first; those below the threshold are not identified. Shape (parameters). */
  readonly directions: readonly Direction[];
  /** Directions at or above the threshold. */
  readonly rank: number;
  /** Parameters that move nothing: their own strength is below the threshold's hundredth. */
  readonly idle: readonly number[];
  /** Pairs that cannot be told apart: they move moments alike, or in opposite ways (|cosine| at least 0.95). */
  readonly alike: readonly { readonly pair: readonly [number, number]; readonly cosine: number }[];
  /**
   * Andrews, Gentzkow & Shapiro's sensitivity: how many ranges an estimate moves if a moment of the data is one unit
   * higher. Row-major, shape (parameters × moments).
   */
  readonly sensitivity: Float64Array;
}

const leastCosine = 0.95;

/**
 * Local identification from a Jacobian.
 *
 * Rows are taken in units of scales, columns in units of ranges, and the singular values and right vectors of the result
 * are the directions. The estimate minimises the sum of squared misses in units of scales, so that with J the Jacobian
 * and W = 1/scale² the sensitivity is (JᵀWJ)⁻¹JᵀW: Andrews, Gentzkow & Shapiro (2017), "Measuring the sensitivity of
 * parameter estimates to estimation moments", Quarterly Journal of Economics 132, 1553–1592 (their G is −J). It is taken
 * over the identified directions only, along the others estimates are not moved by the data.
 *
 * @param jacobian change of each moment per whole range of each parameter; rows with NaN are left out, and their
 *   sensitivity is NaN. Row-major, shape (moments × parameters).
 * @param scales what counts as one unit of a miss, in the moment's own units, above 0. Shape (moments).
 * @param threshold least strength of an identified direction; 1 unless given: to cross the whole range moves the moments by
 *   one scale
 * @throws RangeError for scales that are not above 0
 */
export function identify(
  jacobian: Float64Array,
  scales: readonly number[],
  threshold = 1,
): Identification {
  if (!scales.every((scale) => scale > 0)) throw new RangeError('scales must be above 0');
  const moments = scales.length;
  const parameters = jacobian.length / moments;
  const row = (m: number) => jacobian.subarray(m * parameters, (m + 1) * parameters);
  const used = [...scales.keys()].filter((m) => !row(m).some(Number.isNaN));
  const scaled = Float64Array.from(used.flatMap((m) => [...row(m)].map((v) => v / scales[m])));
  const { values, left, right } = singularValues(scaled, used.length, parameters);
  const rank = values.filter((value) => value >= threshold && value > 0).length;

  const sensitivity = new Float64Array(parameters * moments);
  for (const m of scales.keys()) {
    const at = used.indexOf(m);
    for (let i = 0; i < parameters; i++) {
      let moved = at < 0 ? NaN : 0;
      for (let k = 0; k < rank; k++) {
        moved += (right[i * parameters + k] * left[at * parameters + k]) / values[k];
      }
      sensitivity[i * moments + m] = moved / scales[m];
    }
  }

  const columns = Array.from({ length: parameters }, (_, i) =>
    Float64Array.from(used, (__, r) => scaled[r * parameters + i]),
  );
  const strengths = columns.map((column) => Math.sqrt(dot(column, column)));
  const moves = (i: number) => strengths[i] > 0 && strengths[i] >= threshold / 100;
  const alike: Identification['alike'][number][] = [];
  for (let i = 0; i < parameters; i++) {
    for (let j = i + 1; j < parameters; j++) {
      if (!moves(i) || !moves(j)) continue;
      const cosine = dot(columns[i], columns[j]) / (strengths[i] * strengths[j]);
      if (Math.abs(cosine) >= leastCosine) alike.push({ pair: [i, j], cosine });
    }
  }
  return {
    directions: Array.from(values, (strength, k) => ({ strength, vector: direction(right, k) })),
    rank,
    idle: [...columns.keys()].filter((i) => !moves(i)),
    alike,
    sensitivity,
  };
}

/** A column of a square matrix, turned so that its largest coordinate is positive. */
function direction(matrix: Float64Array, k: number): Float64Array {
  const n = Math.round(Math.sqrt(matrix.length));
  const vector = Float64Array.from({ length: n }, (_, i) => matrix[i * n + k]);
  const largest = vector.reduce((most, v) => (Math.abs(v) > Math.abs(most) ? v : most), 0);
  return largest < 0 ? vector.map((v) => -v) : vector;
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((s, v, i) => s + v * b[i], 0);
}
