import { normalQuantile } from '../math/normal.ts';
import { generator } from './seed.ts';

/** Draws one after another, for designs and searches; people draw by `draws.ts`, where order must not matter. */
export interface Stream {
  /** Uniform between 0 and 1, neither included. */
  readonly uniform: () => number;
  /** A whole number 0 … n − 1, each as likely. */
  readonly below: (n: number) => number;
  /** Standard normal. */
  readonly normal: () => number;
  /** 0 … n − 1 in random order (Fisher–Yates). Shape (n). */
  readonly permutation: (n: number) => Int32Array;
}

/**
 * A stream of its own for each name, e.g. `search-1/generation:12`: what draws by steps names each step, so that it can
 * be taken up again at any of them without a generator's state being kept.
 */
export function stream(name: string): Stream {
  const next = generator(`stream:${name}`);
  const uniform = () => {
    for (;;) {
      const u = next.double();
      if (u > 0) return u;
    }
  };
  const below = (n: number) => Math.floor(uniform() * n);
  return {
    uniform,
    below,
    normal: () => normalQuantile(uniform()),
    permutation: (n) => {
      const order = Int32Array.from({ length: n }, (_, i) => i);
      for (let i = n - 1; i > 0; i--) {
        const j = below(i + 1);
        [order[i], order[j]] = [order[j], order[i]];
      }
      return order;
    },
  };
}
