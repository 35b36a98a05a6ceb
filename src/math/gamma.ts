import { exp, log } from './exp.ts';
import { normalQuantile } from './normal.ts';

/** Lanczos's coefficients for g = 7, n = 9, as computed by P. Godfrey (2001). */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
];

/** ln Γ(a) for a > 0; relative error of Γ about 10⁻¹⁵. Lanczos (1964), SIAM J. Numer. Anal. B 1, 86–96. */
export function logGamma(a: number): number {
  let sum = lanczos[0];
  for (let k = 1; k < lanczos.length; k++) sum += lanczos[k] / (a - 1 + k);
  const t = a + 6.5;
  return 0.9189385332046727 + (a - 0.5) * log(t) - t + log(sum);
}

/**
 * The two tails of the gamma distribution with shape a and scale 1 at x > 0, and its density: lower P(a, x), upper Q(a, x).
 * By series below a + 1, by continued fraction (Lentz) above (Abramowitz & Stegun 6.5.29 and 6.5.31).
 */
export interface GammaAt {
  lower: number;
  upper: number;
  density: number;
}

/** Overwrites `out`. `logNorm` is ln Γ(a). */
export function gammaAt(a: number, logNorm: number, x: number, out: GammaAt): void {
  const weight = exp(a * log(x) - x - logNorm); // x^a e^−x / Γ(a)
  out.density = weight / x;
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let k = 1; term > sum * 1e-17; k++) {
      term *= x / (a + k);
      sum += term;
    }
    out.lower = weight * sum;
    out.upper = 1 - out.lower;
    return;
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; k < 500; k++) {
    const numerator = -k * (k - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const change = d * c;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  out.upper = weight * fraction;
  out.lower = 1 - out.upper;
}

const at: GammaAt = { lower: 0, upper: 0, density: 0 };

/**
 * Quantile of the gamma distribution with shape a and scale 1 at u in (0, 1), to 10⁻¹³ relative.
 *
 * Newton's steps on the logarithm of x from Wilson & Hilferty's approximation (or, in the lower tail, from the first term of
 * the series), kept between bounds that close in.
 */
export function gammaQuantile(a: number, u: number): number {
  const logNorm = logGamma(a);
  return gammaQuantileFrom(a, logNorm, u, firstGuess(a, logNorm, u));
}

function firstGuess(a: number, logNorm: number, u: number): number {
  const small = exp((log(u) + logNorm + log(a)) / a); // P(a, x) ≈ x^a / Γ(a + 1)
  if (small < 0.1 * (a + 1)) return small;
  const spread = 1 / (9 * a);
  const root = 1 - spread + normalQuantile(u) * Math.sqrt(spread);
  const cube = a * root * root * root;
  return cube > 0.01 * a ? cube : small;
}

/** The same from a guess. */
function gammaQuantileFrom(a: number, logNorm: number, u: number, guess: number): number {
  let low = 0;
  let high = Infinity;
  let x = guess;
  for (let step = 0; step < 200; step++) {
    gammaAt(a, logNorm, x, at);
    const over = u < 0.5 ? at.lower - u : 1 - u - at.upper;
    if (over > 0) high = x;
    else low = x;
    // Halley's step in x; the density's slope over the density is (a − 1)/x − 1.
    const newton = over / at.density;
    const curve = 1 - 0.5 * newton * ((a - 1) / x - 1);
    const change = newton / (curve > 0.5 ? curve : 0.5);
    // It leaves about the cube of the error: what would follow a small one is rounding.
    if (change < 1e-6 * x && change > -1e-6 * x) return x - change;
    let next = x - change;
    if (!(next > low && next < high)) next = high === Infinity ? 2 * x : (low + high) / 2;
    x = next;
  }
  return x;
}
