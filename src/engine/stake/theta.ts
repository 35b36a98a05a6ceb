/**
 * θ, by how much the loss that a borrower foresees is to be scaled so that it is right on average: what twins with one
 * default more really lost, X, over what was foreseen, Y (model.md §7.3).
 */

/** Share of X and Y that stays each quarter. */
const fading = 0.985;
/** Quarters that a twin lives beside its original. */
export const twinLife = 30;
const leastTheta = 0.2;
const mostTheta = 4;
/** Borrowers for whom x_0 is given. */
const perBorrowers = 5000;

/** θ before any twin. */
export const firstTheta = 1;

/** X and Y of a market, and x_0 at its size. */
export interface TwinLosses {
  /** X, what twins lost, in mean loans. */
  lost: number;
  /** Y, what was foreseen. */
  foreseen: number;
}

/** Adds a quarter's losses and says what θ is from the next quarter on. */
export function learnFromTwins(
  losses: TwinLosses,
  lost: number,
  foreseen: number,
  inertia: number,
  borrowers: number,
): number {
  losses.lost = fading * losses.lost + lost;
  losses.foreseen = fading * losses.foreseen + foreseen;
  const start = (inertia * borrowers) / perBorrowers;
  const theta = (losses.lost + start) / (losses.foreseen + start);
  return theta < leastTheta ? leastTheta : theta > mostTheta ? mostTheta : theta;
}

/**
 * What was foreseen for a twin's quarter at this age, undiscounted: the raw stakes spread over the quarters in which
 * they were to be felt.
 *
 * @param own raw_o/Δ(1, 31); 0 if Δ is 0
 * @param shared raw_s over the weight of all quarters in which others see the default; 0 if that is 0
 * @param seen how surely they see it at this age, 0..1
 */
export function foreseenAt(own: number, shared: number, seen: number): number {
  return own + seen * shared;
}

/** raw/Δ, the loss foreseen for each quarter; 0 where no quarter is weighed. */
export function perQuarter(raw: number, weight: number): number {
  return weight > 0 ? raw / weight : 0;
}
