import { normalTable, quantileOf } from '../math/quantile-table.ts';
import { createDrawKey, deriveKey, word } from '../random/draws.ts';
import { purposes } from '../random/purposes.ts';
import type { Market } from './setup.ts';

/**
 * The macro state Z of every quarter: a stationary AR(1) path, the same for every institution.
 * Shape (quarters); units of Z.
 */
export function macroPath(market: Market): Float64Array {
  const { persistence, deviation } = market.economy.macro;
  const innovation = deviation * Math.sqrt(1 - persistence * persistence);
  const key = createDrawKey();
  const path = new Float64Array(market.quarters);
  let state = 0;
  for (let t = 0; t < market.quarters; t++) {
    deriveKey(key, market.seed, 0, t, purposes.macro);
    const shock = quantileOf(normalTable, word(0, key[0], key[1], key[2]));
    state = t === 0 ? deviation * shock : persistence * state + innovation * shock;
    path[t] = state;
  }
  return path;
}
