import type { Stream } from '../../src/random/stream.ts';

const points = 28;

/** The mean of what `curve` draws. */
export const truth = Float64Array.from({ length: points }, (_, p) => Math.sin(p / 5));

/** A curve whose neighbours are correlated by `rho`, with a shift of its own and more noise to the right. */
export function curve({ normal }: Stream, rho: number): Float64Array {
  const shift = normal();
  let z = normal();
  return truth.map((mean, p) => {
    z = rho * z + Math.sqrt(1 - rho * rho) * normal();
    return mean + (0.5 * shift + z) * (0.1 + p / 100);
  });
}
