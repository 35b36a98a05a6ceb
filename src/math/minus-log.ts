import { log } from './exp.ts';

/** The mantissa is cut into 128 steps. */
const steps = 128;
const ln2 = 0.6931471805599453;
/** Mantissas from √2 on count as halves of the next octave, so that nothing cancels near u = 1. */
const octaveUp = 1.4142135623730951;

/** By step of the mantissa m in [1, 2]: ln m, or ln(m/2) in the upper part; 1 there; 1/m. */
const logs = Float64Array.from({ length: steps + 1 }, (_, j) => {
  const m = 1 + j / steps;
  return log(m > octaveUp ? m / 2 : m);
});
const up = Float64Array.from({ length: steps + 1 }, (_, j) => Number(1 + j / steps > octaveUp));
const inverses = Float64Array.from({ length: steps + 1 }, (_, j) => 1 / (1 + j / steps));
/** 2^−k. */
const halves = Float64Array.from({ length: 33 }, () => 1);
for (let k = 1; k <= 32; k++) halves[k] = halves[k - 1] / 2;

/**
 * −ln u of the uniform draw u = (word + ½)·2⁻³², by table and Taylor polynomial of degree 7: within a few units in the
 * last place of −log(u), without its division.
 *
 * @param word 32 bits, signed or not
 */
export function minusLogUniform(word: number): number {
  const whole = word >>> 0;
  const leading = 31 - Math.clz32(whole | 1);
  // u = mantissa · 2^(leading − 32), 1 ≤ mantissa < 2; below word 1 the mantissa is ½.
  const y = (whole + 0.5) * halves[leading] - 1;
  if (y < 0) return 33 * ln2;
  const j = (y * steps + 0.5) | 0;
  const z = (y - j * (1 / steps)) * inverses[j];
  const z2 = z * z;
  const tail = 1 / 3 - z * (1 / 4) + z2 * (1 / 5 - z * (1 / 6) + z2 * (1 / 7));
  return (32 - leading - up[j]) * ln2 - (logs[j] + (z - z2 * (0.5 - z * tail)));
}
