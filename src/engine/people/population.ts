import type { Allocate } from '../memory/allocate.ts';

/** The borrowers, as columns: what is kept from quarter to quarter, in double precision. Twins have their original's. */
export interface Population {
  readonly n: number;
  /** Standard normal traits, fixed for life. */
  readonly character: Float64Array;
  readonly capital: Float64Array;
  readonly conditions: Float64Array;
  /** load · g, the permanent part of capacity; ξ, the part that moves. */
  readonly capacityBase: Float64Array;
  readonly drift: Float64Array;
  /** x_k, capital signal. */
  readonly capitalSignal: Float64Array;
  /** ν before strain; κ per own mean loan; ℓ per unit lent. */
  readonly need: Float64Array;
  readonly stigma: Float64Array;
  readonly pledge: Float64Array;
  /** Quintiles of all traits but capacity, in one number (fifths.ts). */
  readonly fifths: Uint16Array;
  /** Home lender's row; χ; bits of `Mind`. */
  readonly home: Uint8Array;
  readonly strain: Uint8Array;
  readonly mind: Uint8Array;
}

/** Aware that lenders share records; able to inflate its footprint. */
export const Mind = { aware: 1, gaming: 2 } as const;

export function createPopulation(n: number, allocate: Allocate): Population {
  const f64 = () => new Float64Array(allocate(8 * n));
  const u8 = () => new Uint8Array(allocate(n));
  return {
    n,
    character: f64(),
    capital: f64(),
    conditions: f64(),
    capacityBase: f64(),
    drift: f64(),
    capitalSignal: f64(),
    need: f64(),
    stigma: f64(),
    pledge: f64(),
    fifths: new Uint16Array(allocate(2 * n)),
    home: u8(),
    strain: u8(),
    mind: u8(),
  };
}
