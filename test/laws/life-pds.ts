import type { Market, MarketInstitution } from '../../src/engine/index.ts';
import { simulate } from '../../src/engine/running/index.ts';

/** Contracts that are asked about: every price at every stake, the stake changing faster. */
export const prices = [1.03, 1.1, 1.17, 1.23];
export const stakes = [0, 0.15, 0.3, 0.6];

/**
 * Life PDs that applicants of quarter 0 would have under contracts of every price and stake above: nobody owes anything, and
 * the stake is given, so that only hazards and what follows from them differ between economies. By page, contract and
 * applicant, the riskiest first (lowest ζ, the index of both hazards); who applies, for how much, and in which order does not
 * depend on the level of hazards.
 */
export function lifePds(market: Market, institution: MarketInstitution): Float64Array {
  const found: number[] = [];
  simulate(market, institution, 'actual', {
    observer: {
      applications({ quarter, roll, hidden, potential }) {
        if (quarter > 0) return;
        const zeta = (r: number) => hidden.zeta[roll.person[r]];
        const row = Int32Array.from({ length: roll.n }, (_, r) => r).toSorted(
          (a, b) => zeta(a) - zeta(b) || a - b,
        );
        const all = (value: number) => new Float64Array(roll.n).fill(value);
        for (const price of prices) {
          for (const stake of stakes) {
            const half = all(stake / 2);
            const contracts = { row, price: all(price), lender: new Uint8Array(roll.n) };
            const { pd } = potential(roll.n, { ...contracts, ownStake: half, sharedStake: half });
            for (let k = 0; k < roll.n; k++) found.push(pd[k]);
          }
        }
      },
    },
  });
  return Float64Array.from(found);
}
