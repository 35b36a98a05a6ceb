/**
 * Δ(a, b) = Σ_{s=a..b} δ^s, the weight of what may be lost from a to b quarters from now; 0 if b < a (model.md §7).
 *
 * @param patience δ, 0..1 a quarter
 * @param first a, ≥ 0, in quarters
 * @param last b, in quarters
 */
export function discounts(patience: number, first: number, last: number): number {
  let weight = 1;
  for (let s = 0; s < first; s++) weight *= patience;
  let total = 0;
  for (let s = first; s <= last; s++) {
    total += weight;
    weight *= patience;
  }
  return total;
}

/** For how long one's own lender remembers, in quarters: its records have bits 1 … 31. */
export const ownMemory = 31;
