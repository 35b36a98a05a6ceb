/** Where a Jacobian asks for values: the centre, and two points a parameter. */
export interface DifferencePlan {
  /** The centre first, then for each parameter the lower and the upper point. Each of shape (parameters), in 0..1. */
  readonly points: readonly Float64Array[];
}

/**
 * Points for finite differences about a vector. Near a bound the outer point is the bound itself, or the centre.
 *
 * Steps should be as wide as the question: where values jump with single borrowers, a narrow step measures the jumps.
 *
 * @param centre each coordinate 0..1. Shape (parameters).
 * @param step half the distance between the two points, in units of ranges; 0.05 unless given
 * @throws RangeError for a centre outside the box or a step outside (0, ½]
 */
export function differencePlan(centre: Float64Array, step = 0.05): DifferencePlan {
  if (!centre.every((x) => x >= 0 && x <= 1)) {
    throw new RangeError('a Jacobian needs a centre inside the box 0..1');
  }
  if (!(step > 0 && step <= 0.5)) {
    throw new RangeError(`a Jacobian needs a step above 0 and up to a half, not ${step}`);
  }
  const moved = (i: number, to: number) => centre.map((x, j) => (j === i ? to : x));
  const points = [centre.slice()];
  centre.forEach((x, i) => {
    points.push(moved(i, Math.max(0, x - step)), moved(i, Math.min(1, x + step)));
  });
  return { points };
}

/**
 * The Jacobian of values at a plan's points: change of each value per whole range of each parameter.
 *
 * Central differences; where one of the two points has no value (NaN), the difference to the centre; where that has none
 * either, NaN.
 *
 * @param values at each point of the plan, in its order. Shape (1 + 2 parameters), each of shape (moments).
 * @returns row-major, shape (moments × parameters)
 */
export function jacobian(
  { points }: DifferencePlan,
  values: readonly ArrayLike<number>[],
): Float64Array {
  const parameters = points[0].length;
  const moments = values[0].length;
  return Float64Array.from({ length: moments * parameters }, (_, k) => {
    const moment = Math.floor(k / parameters);
    const i = k % parameters;
    const [low, high] = [2 * i + 1, 2 * i + 2].map((p) =>
      Number.isNaN(values[p][moment]) ? 0 : p,
    );
    return (values[high][moment] - values[low][moment]) / (points[high][i] - points[low][i]);
  });
}
