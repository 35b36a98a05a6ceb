import type { Column } from '../institutions/index.ts';

/** How well an estimate tells goods from bads, from two histograms of it. */
export interface Separation {
  /** Chance that a bad has the higher estimate than a good, ties half; 0.5 = useless. */
  readonly auc: number;
  /** The unbinned AUC lies within ± this of `auc`. */
  readonly aucBound: number;
  /** Largest gap between the two distribution functions, 0..1. */
  readonly ks: number;
  /** The unbinned KS lies between `ks` and `ks` + this. */
  readonly ksBound: number;
}

/**
 * AUC (Mann–Whitney form, ties half) and Kolmogorov–Smirnov distance from counts by bin of the estimate,
 * lowest first; one pass. A bin hides the order inside it: had its goods all come before its bads, or
 * after, AUC would move by half of good·bad/(goods·bads), which gives the bounds.
 *
 * Bamber (1975), J. Math. Psychology 12, 387–415; Hanley & McNeil (1982), Radiology 143, 29–36.
 *
 * @param good weight of goods in each bin, ≥ 0. Shape (bins).
 * @param bad weight of bads in each bin, ≥ 0. Shape (bins).
 * @returns all NaN when either class is empty.
 */
export function separation(good: Column, bad: Column): Separation {
  let goods = 0;
  let bads = 0;
  for (let bin = 0; bin < good.length; bin++) {
    goods += good[bin];
    bads += bad[bin];
  }
  if (goods === 0 || bads === 0) return { auc: NaN, aucBound: NaN, ks: NaN, ksBound: NaN };

  let goodBelow = 0;
  let badBelow = 0;
  let auc = 0;
  let ties = 0;
  let ks = 0;
  let widest = 0;
  for (let bin = 0; bin < good.length; bin++) {
    const g = good[bin] / goods;
    const b = bad[bin] / bads;
    auc += b * (goodBelow + g / 2);
    ties += g * b;
    const goodsFirst = goodBelow + g - badBelow;
    const badsFirst = badBelow + b - goodBelow;
    widest = Math.max(widest, goodsFirst, badsFirst);
    goodBelow += g;
    badBelow += b;
    ks = Math.max(ks, Math.abs(goodBelow - badBelow));
  }
  return { auc, aucBound: ties / 2, ks, ksBound: Math.max(0, widest - ks) };
}
