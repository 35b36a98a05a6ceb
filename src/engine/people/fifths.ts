import { normalQuantile } from '../../math/normal.ts';

/** Where the quintiles of a standard normal trait meet. */
const cut20 = normalQuantile(0.2);
const cut40 = normalQuantile(0.4);
const cut60 = normalQuantile(0.6);
const cut80 = normalQuantile(0.8);

/** 0 … 4: the quintile of a standard normal trait. */
export function fifthOf(x: number): number {
  return Number(x > cut20) + Number(x > cut40) + Number(x > cut60) + Number(x > cut80);
}

/**
 * Quintiles of all five traits in one number: 625·character + 125·capacity + 25·capital + 5·collateral + conditions, the order
 * of `traitNames`. Without capacity, the one trait that moves, it is fixed for life.
 */
export const fifthsTogether = 3125;
export const capacityFifths = 125;

/** What trait number t counts in it. */
const places = [625, 125, 25, 5, 1];

/** Quintile of trait number t, 0 … 4, in such a number. */
export function fifthIn(together: number, t: number): number {
  return Math.floor(together / places[t]) % 5;
}
