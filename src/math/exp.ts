/**
 * Portable exponential and logarithm.
 *
 * `Math.exp` and `Math.log` differ between JavaScript engines in the last bit of several per cent of
 * calls, which thresholds then turn into other histories. These use + − × ÷ and exact powers of two
 * only, so every engine gives the same bits. Within 2 units in the last place of the true value.
 */

/** ln 2 in two parts: the high part times any exponent is exact (fdlibm's split). */
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
/** 1.5 · 2⁵²: adding and taking it away rounds to the nearest whole number. */
export const roundToWhole = 6755399441055744;

/** 2^(k − 1023) at index k. Doubling and halving are exact. */
const powersOfTwo = new Float64Array(2047);
powersOfTwo[1023] = 1;
for (let k = 1024; k < 2047; k++) powersOfTwo[k] = powersOfTwo[k - 1] * 2;
for (let k = 1022; k >= 0; k--) powersOfTwo[k] = powersOfTwo[k + 1] / 2;

/** An octave is cut into 256 steps, so that a short polynomial does for the rest. */
const expSteps = 256;
const stepHigh = ln2High / expSteps;
const stepLow = ln2Low / expSteps;
const stepsPerUnit = 1.4426950408889634 * expSteps;
const roots = rootsOfTwo();

/** 2^(j / 256), each the double nearest to it: whole-number arithmetic with 100 binary places. */
function rootsOfTwo(): Float64Array {
  const places = 100n;
  const one = 1n << places;
  let root = 2n * one;
  for (let halvings = 1; halvings < expSteps; halvings *= 2) root = wholeRoot(root << places);
  let power = one;
  return Float64Array.from({ length: expSteps }, () => {
    const nearest = Number(power) * powersOfTwo[1023 - Number(places)];
    power = (power * root) >> places;
    return nearest;
  });
}

/** Whole part of the square root of x, 2²⁰⁰ ≤ x ≤ 2²⁰¹: Heron's method, from above. */
function wholeRoot(x: bigint): bigint {
  let root = 1n << 101n;
  for (;;) {
    const next = (root + x / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/**
 * e^x. Arguments are clamped to [−708, 709], so the result is always a normal number: a logistic or a
 * price made of it saturates instead of overflowing. NaN gives NaN.
 *
 * Method: x = (256 k + j)·ln 2/256 + r, |r| ≤ ln 2/512; Taylor polynomial of degree 4 in r (remainder below
 * 4·10⁻¹⁷), times 2^(j/256) and 2^k from tables (P. Tang 1989, "Table-driven implementation of the exponential
 * function in IEEE floating-point arithmetic", ACM TOMS 15, 144–157).
 */
export function exp(x: number): number {
  const clamped = x < -708 ? -708 : x > 709 ? 709 : x;
  const step = clamped * stepsPerUnit + roundToWhole - roundToWhole;
  const r = clamped - step * stepHigh - step * stepLow;
  const whole = step | 0;
  const scale = roots[whole & (expSteps - 1)] * powersOfTwo[(whole >> 8) + 1023];
  const r2 = r * r;
  return scale + scale * (r + r2 * (0.5 + r * (1 / 6) + r2 * (1 / 24)));
}

/** A number, to read its exponent from the high word. */
const number = new Float64Array(1);
const words = new Uint32Array(number.buffer);
const high = new Uint8Array(Uint32Array.of(1).buffer)[0]; // 1 on a little-endian machine

/** A mantissa is cut into 128 steps. */
export const steps = 128;
/** From here on a mantissa counts as half of the next octave, so that nothing cancels where the logarithm is near 0. */
const nextOctave = 1.4142135623730951;
/** By step j of the mantissa m = 1 + j/128, 0 … 128: ln m, or ln(m/2) from √2 on; 1 there; 1/m. */
export const stepLogs = Float64Array.from({ length: steps + 1 }, (_, j) => logOfStep(j));
export const stepOctaves = Float64Array.from({ length: steps + 1 }, (_, j) =>
  Number(1 + j / steps > nextOctave),
);
const stepInverses = Float64Array.from({ length: steps + 1 }, (_, j) => steps / (steps + j));

/** ln(1 + j/128), or of its half from √2 on: the series of 2·artanh. */
function logOfStep(j: number): number {
  const m = 1 + j / steps;
  const near = m > nextOctave ? m / 2 : m;
  const s = (near - 1) / (near + 1);
  const z = s * s;
  let sum = 0;
  for (let k = 21; k >= 3; k -= 2) sum = z * (1 / k + sum);
  return 2 * s * (1 + sum);
}

/**
 * ln(1 + z), z what `rest` is of its nearest step 1 + j/128, |z| ≤ 1/256: Taylor polynomial of degree 7, remainder below 10⁻¹⁹
 * of the result.
 */
export function logOfRest(rest: number, j: number): number {
  const z = rest * stepInverses[j];
  const z2 = z * z;
  const tail = 1 / 3 - z * (1 / 4) + z2 * (1 / 5 - z * (1 / 6) + z2 * (1 / 7));
  return z - z2 * (0.5 - z * tail);
}

/** Natural logarithm, by table and polynomial. 0 gives −Infinity, negative numbers and NaN give NaN. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  const subnormal = Number(x < 2.2250738585072014e-308);
  const normal = subnormal ? x * 18014398509481984 : x; // times 2⁵⁴
  number[0] = normal;
  const power = (words[high] >>> 20) - 1023;
  const y = normal * powersOfTwo[1023 - power] - 1; // exact; 0 ≤ y < 1
  const j = (y * steps + 0.5) | 0;
  const exponent = power + stepOctaves[j] - 54 * subnormal;
  const rest = y - j * (1 / steps);
  return exponent * ln2High + (stepLogs[j] + logOfRest(rest, j) + exponent * ln2Low);
}

/** ln(1 + j / 128). */
const logs = Float64Array.from({ length: steps + 1 }, (_, j) => log(1 + j / steps));

/** Natural logarithm of 1 + y for y in [0, 1]: the kernel of softplus. By the same table and polynomial. */
export function log1pUnit(y: number): number {
  const step = y * steps + roundToWhole - roundToWhole;
  const j = step | 0;
  return logs[j] + logOfRest(y - step * (1 / steps), j);
}
