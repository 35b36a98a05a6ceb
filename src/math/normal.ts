import { exp, log, roundToWhole } from './exp.ts';

/** P(Z > z) for 0 ≤ z ≤ 37. */
function upperTail(z: number): number {
  const density = exp((-z * z) / 2);
  if (z >= 7.07106781186547) {
    return density / (z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))))) / 2.506628274631;
  }
  let top = 3.52624965998911e-2 * z + 0.700383064443688;
  top = top * z + 6.37396220353165;
  top = top * z + 33.912866078383;
  top = top * z + 112.079291497871;
  top = top * z + 221.213596169931;
  top = top * z + 220.206867912376;
  let bottom = 8.83883476483184e-2 * z + 1.75566716318264;
  bottom = bottom * z + 16.064177579207;
  bottom = bottom * z + 86.7807322029461;
  bottom = bottom * z + 296.564248779674;
  bottom = bottom * z + 637.333633378831;
  bottom = bottom * z + 793.826512519948;
  bottom = bottom * z + 440.413735824752;
  return (density * top) / bottom;
}

/** Standard normal density. */
export function normalDensity(x: number): number {
  return 0.3989422804014327 * exp((-x * x) / 2);
}

/** Within this many s.d. the distribution function is read from a table. */
const reach = 5;
const nodesPerUnit = 16;
const nodes = 2 * reach * nodesPerUnit + 1;
const terms = 9;

/** Taylor coefficients of Φ, degree 0 … 8, about every sixteenth. Each of shape (nodes). */
const [t0, t1, t2, t3, t4, t5, t6, t7, t8] = taylorTables();

function taylorTables(): Float64Array[] {
  const tables = Array.from({ length: terms }, () => new Float64Array(nodes));
  for (let node = 0; node < nodes; node++) {
    const x = node / nodesPerUnit - reach;
    tables[0][node] = fromTail(x);
    // The n-th derivative of the density is (−1)ⁿ Heₙ(x) times it; Heₙ₊₁ = x Heₙ − n Heₙ₋₁.
    let [before, hermite] = [0, 1];
    let scale = normalDensity(x);
    for (let n = 1; n < terms; n++) {
      scale /= n;
      tables[n][node] = scale * hermite;
      [before, hermite] = [hermite, x * hermite - (n - 1) * before];
      scale = -scale;
    }
  }
  return tables;
}

/** Φ by its tail. */
function fromTail(x: number): number {
  const z = x < 0 ? -x : x;
  const upper = z > 37 ? 0 : upperTail(z);
  return x > 0 ? 1 - upper : upper;
}

/**
 * Standard normal distribution function: absolute error below 10⁻¹⁵, relative below 10⁻¹¹ within 4.5 s.d. and 10⁻⁸
 * beyond.
 *
 * Within 5 s.d. a Taylor polynomial of degree 8 about the nearest sixteenth (remainder below 10⁻¹³ of the result), without
 * a branch on the sign, which nobody can guess; beyond, and for the table, Hart's rational approximation as given by
 * G. West (2005), "Better approximations to cumulative normal functions", Wilmott Magazine, May, 70–76.
 */
export function normalCdf(x: number): number {
  if (!(x > -reach && x < reach)) return fromTail(x);
  const node = x * nodesPerUnit + roundToWhole - roundToWhole;
  const d = x - node * (1 / nodesPerUnit);
  const at = (node | 0) + reach * nodesPerUnit;
  const tail = t4[at] + d * (t5[at] + d * (t6[at] + d * (t7[at] + d * t8[at])));
  return t0[at] + d * (t1[at] + d * (t2[at] + d * (t3[at] + d * tail)));
}

function ratio(x: number, top: readonly number[], bottom: readonly number[]): number {
  let a = 0;
  let b = 0;
  for (let k = top.length - 1; k >= 0; k--) a = a * x + top[k];
  for (let k = bottom.length - 1; k >= 0; k--) b = b * x + bottom[k];
  return a / b;
}

const centreTop = [
  3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
  45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
];
const centreBottom = [
  1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867,
  39307.89580009271061, 28729.085735721942674, 5226.495278852854561,
];
const middleTop = [
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
  1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833,
  7.7454501427834140764e-4,
];
const middleBottom = [
  1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
  0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
];
const tailTop = [
  6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
  0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5,
  2.01033439929228813265e-7,
];
const tailBottom = [
  1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525,
  7.868691311456132591e-4, 1.8463183175100546818e-5, 1.4215117583164458887e-7,
  2.04426310338993978564e-15,
];

/**
 * Standard normal quantile for p in (0, 1); ±Infinity at the ends, NaN outside.
 *
 * Wichura (1988), Algorithm AS 241 (PPND16), Applied Statistics 37, 477–484; about 16 digits.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return NaN;
  const q = p - 0.5;
  if (q <= 0.425 && q >= -0.425) return q * ratio(0.180625 - q * q, centreTop, centreBottom);
  const tail = q < 0 ? p : 1 - p;
  if (tail === 0) return q < 0 ? -Infinity : Infinity;
  const r = Math.sqrt(-log(tail));
  const z = r <= 5 ? ratio(r - 1.6, middleTop, middleBottom) : ratio(r - 5, tailTop, tailBottom);
  return q < 0 ? -z : z;
}
