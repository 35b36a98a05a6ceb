/** Nodes and weights of Gauss–Legendre quadrature on [−1, 1]; exact for polynomials of degree 2n − 1. */
export interface Quadrature {
  readonly node: Float64Array;
  readonly weight: Float64Array;
}

/** P_n(x) and its derivative, by the three-term recurrence. */
function legendre(n: number, x: number): readonly [number, number] {
  let [before, value] = [1, x];
  for (let k = 2; k <= n; k++) {
    [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
  }
  return [value, (n * (before - x * value)) / (1 - x * x)];
}

/** The rule with an even number n of nodes: roots of P_n in (0, 1) by bisection, mirrored. */
export function gaussLegendre(n: number): Quadrature {
  const node = new Float64Array(n);
  const weight = new Float64Array(n);
  // Roots lie further apart than this.
  const cells = 2 * n * n;
  let found = 0;
  for (let cell = 0; cell < cells; cell++) {
    let low = cell / cells;
    let high = (cell + 1) / cells;
    const sign = legendre(n, low)[0];
    if (cell + 1 === cells || sign * legendre(n, high)[0] > 0) continue;
    for (let halving = 0; halving < 60; halving++) {
      const middle = (low + high) / 2;
      if (sign * legendre(n, middle)[0] > 0) low = middle;
      else high = middle;
    }
    const x = (low + high) / 2;
    const slope = legendre(n, x)[1];
    node[found] = -x;
    node[n - 1 - found] = x;
    weight[found] = 2 / ((1 - x * x) * slope * slope);
    weight[n - 1 - found] = weight[found];
    found++;
  }
  return { node, weight };
}

/** ∫ f over [a, b]. */
export function integrate(
  { node, weight }: Quadrature,
  f: (x: number) => number,
  a: number,
  b: number,
): number {
  const half = (b - a) / 2;
  const middle = (a + b) / 2;
  let sum = 0;
  for (let k = 0; k < node.length; k++) sum += weight[k] * f(middle + half * node[k]);
  return half * sum;
}
