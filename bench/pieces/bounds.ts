import { exp, log1pUnit } from '../../src/math/exp.ts';
import { normalTable, quantileOf } from '../../src/math/quantile-table.ts';
import { word } from '../../src/random/draws.ts';
import { clocked, type Measurement } from '../measurement.ts';

/** Numbers of each of the triad's columns: 64 MB, more than any cache of today. */
const long = 8 * 1024 * 1024;

/**
 * Bytes a second between memory and one core: McCalpin's STREAM triad, a = b + s · c, over columns larger than the
 * caches; 24 bytes a row. Work: bytes.
 */
export function bandwidth(): Promise<Measurement> {
  const a = new Float64Array(long);
  const b = new Float64Array(long).fill(1);
  const c = new Float64Array(long).fill(2);
  triad(a, b, c, 0.5);
  const passes = 10;
  return clocked(passes * 24 * long, () => {
    for (let pass = 0; pass < passes; pass++) triad(a, b, c, pass);
    return { last: a[long - 1] };
  });
}

function triad(a: Float64Array, b: Float64Array, c: Float64Array, s: number): void {
  for (let i = 0; i < a.length; i++) a[i] = b[i] + s * c[i];
}

/** Columns that stay in the first cache. */
const short = 1024;
const numbers = Float64Array.from({ length: short }, (_, i) => (i - short / 2) / 64);
const shares = Float64Array.from({ length: short }, (_, i) => i / short);
const out = new Float64Array(short);
const words = new Int32Array(short);

/** What the model's arithmetic is made of, each over a column that stays in the first cache. */
const loops: Readonly<Record<string, () => void>> = {
  word() {
    for (let i = 0; i < short; i++) words[i] = word(i, 12345, 678, 9);
  },
  quantile() {
    for (let i = 0; i < short; i++) out[i] = quantileOf(normalTable, word(i, 12345, 678, 9));
  },
  exp() {
    for (let i = 0; i < short; i++) out[i] = exp(numbers[i]);
  },
  log1p() {
    for (let i = 0; i < short; i++) out[i] = log1pUnit(shares[i]);
  },
  multiplyAdd: multiplyAdds,
};

/** `short` multiplications and additions in twelve chains that do not wait for each other. */
function multiplyAdds(): void {
  const by = shares[1];
  const plus = shares[2];
  let [a, b, c, d, e, f] = numbers;
  let [g, h, i, j, k, l] = shares;
  for (let n = 0; n < short; n += 12) {
    a = a * by + plus;
    b = b * by + plus;
    c = c * by + plus;
    d = d * by + plus;
    e = e * by + plus;
    f = f * by + plus;
    g = g * by + plus;
    h = h * by + plus;
    i = i * by + plus;
    j = j * by + plus;
    k = k * by + plus;
    l = l * by + plus;
  }
  out[0] = a + b + c + d + e + f + g + h + i + j + k + l;
}

/** Nanoseconds of each operation, by processor time. Work: rounds. */
export async function operations(): Promise<Measurement> {
  const rounds = 100_000;
  const found: Record<string, number> = {};
  const all = await clocked(rounds, async () => {
    for (const [name, loop] of Object.entries(loops)) {
      for (let round = 0; round < rounds / 10; round++) loop();
      const { cpu } = await clocked(rounds, () => {
        for (let round = 0; round < rounds; round++) loop();
        return {};
      });
      found[name] = (cpu / rounds / short) * 1e9;
    }
    return found;
  });
  return all;
}
