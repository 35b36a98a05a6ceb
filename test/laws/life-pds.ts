import type { Market, Regime } from '../../src/engine/index.ts';
import { simulate } from '../../src/engine/running/index.ts';

const prices = [1.03, 1.1, 1.17, 1.23];
const stakes = [0, 0.15, 0.3, 0.6];

/**
 * Life PDs that applicants of quarter 0 would have under contracts of every price and stake above: nobody owes anything, and
 * the stake is given, so that only hazards and what follows from them differ between economies. By page, contract and
 * applicant; who applies, and for how much, does not depend on hazards.
 */
export function lifePds(market: Market, regime: Regime): Float64Array {
  const found: number[] = [];
  simulate(market, regime, 'actual', {
    observer: {
      applications({ quarter, roll, potential }) {
        if (quarter > 0) return;
        const row = Int32Array.from({ length: roll.n }, (_, r) => r);
        const all = (value: number) => new Float64Array(roll.n).fill(value);
        for (const price of prices) {
          for (const stake of stakes) {
            const half = all(stake / 2);
            const contracts = { row, price: all(price), lender: new Uint8Array(roll.n) };
            const { pd } = potential(roll.n, { ...contracts, ownStake: half, sharedStake: half });
            for (let r = 0; r < roll.n; r++) found.push(pd[r]);
          }
        }
      },
    },
  });
  return Float64Array.from(found);
}
