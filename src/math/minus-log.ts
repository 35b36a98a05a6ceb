import { logOfRest, stepLogs, stepOctaves, steps } from './exp.ts';

const ln2 = 0.6931471805599453;
/** 2^−k. */
const halves = Float64Array.from({ length: 33 }, () => 1);
for (let k = 1; k <= 32; k++) halves[k] = halves[k - 1] / 2;

/**
 * −ln u of the uniform draw u = (word + ½)·2⁻³², by the table and polynomial of `log`, without taking a number apart: within
 * a few units in the last place of −log(u).
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
  const rest = logOfRest(y - j * (1 / steps), j);
  return (32 - leading - stepOctaves[j]) * ln2 - (stepLogs[j] + rest);
}
