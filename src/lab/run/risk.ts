import type { Economy, Market } from '../../engine/index.ts';
import type { Observed } from '../../engine/observe/index.ts';
import { normalQuantile } from '../../math/normal.ts';

/** Thirds of risk: 0 safest, 2 riskiest. */
export const thirdCount = 3;

const cut = normalQuantile(2 / 3);

/**
 * Third of risk of a person of the page: where the index of its hazards in calm times, which is normal, lies in the
 * population. The same in every town, whatever befalls.
 */
export function thirdOfRisk(market: Market): (seen: Observed, person: number) => number {
  const edge = cut * deviationOf(market.economy);
  return ({ hidden }, person) => {
    const index = hidden.calmZeta[person];
    return Number(index < edge) + Number(index < -edge);
  };
}

/** Standard deviation of that index (docs/model.md, section 1). */
function deviationOf({ traits, hazard }: Economy): number {
  const together = traits.capacityLoading * traits.capitalLoading;
  const { capacity, capital } = hazard;
  return Math.sqrt(capacity * capacity + capital * capital + 2 * capacity * capital * together);
}
