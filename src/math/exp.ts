/**
 * Portable exponential and logarithm.
 *
 * `Math.exp` and `Math.log` differ between JavaScript engines in the last bit of several per cent of
 * calls, which thresholds then turn into other histories. These use + − × ÷ and exact powers of two
 * only, so every engine gives the same bits. Within 2 units in the last place of the true value.
 */

const log2e = 1.4426950408889634;
/** ln 2 in two parts: the high part times any exponent is exact (fdlibm's split). */
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
/** 1.5 · 2⁵²: adding and taking it away rounds to the nearest whole number. */
const roundToWhole = 6755399441055744;

/** 2^(k − 1023) at index k. Doubling and halving are exact. */
const powersOfTwo = new Float64Array(2047);
powersOfTwo[1023] = 1;
for (let k = 1024; k < 2047; k++) powersOfTwo[k] = powersOfTwo[k - 1] * 2;
for (let k = 1022; k >= 0; k--) powersOfTwo[k] = powersOfTwo[k + 1] / 2;

/**
 * e^x. Arguments are clamped to [−708, 709], so the result is always a normal number: a logistic or a
 * price made of it saturates instead of overflowing. NaN gives NaN.
 *
 * Method: x = k·ln 2 + r, |r| ≤ ln 2 / 2; Taylor polynomial of degree 13 in r (remainder below 10⁻¹⁷),
 * summed by Estrin's scheme; times 2^k from a table.
 */
export function exp(x: number): number {
  const clamped = x < -708 ? -708 : x > 709 ? 709 : x;
  const k = clamped * log2e + roundToWhole - roundToWhole;
  const r = clamped - k * ln2High - k * ln2Low;
  const r2 = r * r;
  const r4 = r2 * r2;
  const low = 1 + r + r2 * (0.5 + r * (1 / 6));
  const middle = 1 / 24 + r * (1 / 120) + r2 * (1 / 720 + r * (1 / 5040));
  const high = 1 / 40320 + r * (1 / 362880) + r2 * (1 / 3628800 + r * (1 / 39916800));
  const top = 1 / 479001600 + r * (1 / 6227020800);
  return (low + r4 * (middle + r4 * (high + r4 * top))) * powersOfTwo[(k + 1023) | 0];
}

/** 2·artanh(s) for |s| ≤ 0.1716, that is the logarithm of (1 + s)/(1 − s). */
function twiceArtanh(s: number): number {
  const z = s * s;
  const tail =
    z * (1 / 11 + z * (1 / 13 + z * (1 / 15 + z * (1 / 17 + z * (1 / 19 + z * (1 / 21))))));
  const sum = z * (1 / 3 + z * (1 / 5 + z * (1 / 7 + z * (1 / 9 + tail))));
  return 2 * s * (1 + sum);
}

/**
 * Natural logarithm of 1 + y for y in [0, 1], without the exponent split that a general logarithm
 * needs: the kernel of softplus.
 */
export function log1pUnit(y: number): number {
  const large = Number(y > 0.41421356237309503); // 1 or 0: ln(1 + y) = ln 2 + ln((1 + y)/2)
  return large * 0.6931471805599453 + twiceArtanh((y - large) / (y + (2 + large)));
}

const bits = new DataView(new ArrayBuffer(8));

/** Natural logarithm. 0 gives −Infinity, negative numbers and NaN give NaN. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  const scaled = x < 2.2250738585072014e-308 ? x * 18014398509481984 : x; // 2⁵⁴ lifts subnormals
  bits.setFloat64(0, scaled);
  const high = bits.getUint32(0);
  let exponent = (high >>> 20) - 1023;
  bits.setUint32(0, (high & 0x000fffff) | 0x3ff00000);
  let mantissa = bits.getFloat64(0);
  if (mantissa > 1.4142135623730951) {
    mantissa /= 2;
    exponent += 1;
  }
  if (scaled !== x) exponent -= 54;
  const fraction = twiceArtanh((mantissa - 1) / (mantissa + 1));
  return exponent * ln2High + (fraction + exponent * ln2Low);
}
