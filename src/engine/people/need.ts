import { deriveKey, pageSize, word } from '../../random/draws.ts';
import { purposes } from '../../random/purposes.ts';
import { leafSize, leavesPerPage } from '../columns/layout.ts';
import { rollWriter } from '../columns/roll.ts';
import type { Draws } from './draw.ts';
import type { ApplyPlan } from './plan.ts';

/** Half the range of a 32-bit word: a draw without its lowest bit is below it. */
const halfRange = 2147483648; // 2³¹

/** Opens a page of `borrowers`: who needs a loan this quarter. Fills `index`, `n` and `leafEnd`, branch-free. */
export function needLoans(
  plan: ApplyPlan,
  draws: Draws,
  pageNumber: number,
  quarter: number,
): void {
  const { key } = draws;
  const { index, leafEnd } = rollWriter;
  const first = pageNumber * pageSize;
  const size = Math.min(pageSize, plan.market.borrowers - first);
  deriveKey(key, draws.seed, pageNumber, quarter, purposes.demand);
  const k0 = key[0];
  const k1 = key[1];
  const k2 = key[2];
  const threshold = plan.market.economy.search.demand * halfRange;
  let n = 0;
  for (let leaf = 0; leaf < leavesPerPage; leaf++) {
    const end = Math.min(size, (leaf + 1) * leafSize);
    for (let i = leaf * leafSize; i < end; i++) {
      index[n] = i;
      n += Number(word(i, k0, k1, k2) >>> 1 < threshold);
    }
    leafEnd[leaf] = n;
  }
  rollWriter.first = first;
  rollWriter.size = size;
  rollWriter.n = n;
}
