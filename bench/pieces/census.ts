import { join, type Sharing } from '../../src/engine/files/join.ts';
import type { ObservedPage } from '../../src/engine/columns/observed.ts';
import { createPopulation } from '../../src/engine/people/population.ts';
import { createRecords } from '../../src/engine/files/records.ts';
import { featureCount } from '../../src/engine/lenders/features.ts';
import { popcount } from '../../src/math/bits.ts';
import type { Allocate, Market } from '../../src/engine/setup.ts';
import { simulate } from '../../src/engine/simulate.ts';
import { institutions } from '../../src/institutions/registry.ts';
import { clocked, type Task } from '../measurement.ts';
import { marketOf } from './market.ts';

/**
 * What a market cannot do without, counted in a run of it: per borrower and quarter, how many draws, exponentials,
 * logarithms, multiplications with an addition, and bytes of memory that are read or written. Divisions, comparisons,
 * selections and the ledger's sums are not counted, so the time they make is the least that the model can take.
 * Work: borrower-quarters.
 */
export async function census(task: Task) {
  const market = await marketOf(task);
  const regime = { rules: institutions[task.institution].rules() };
  const sharing = join(market.lenders, regime);
  const readers = market.lenders.map((_, o) =>
    market.lenders.reduce((sum, __, q) => sum + (sharing.level[q * sharing.n + o] > 0 ? 1 : 0), 0),
  );
  const features = sharing.score ? featureCount : featureCount - 1;
  const work = market.borrowers * market.quarters;
  // Whoever lives draws each quarter whether it needs a loan.
  const count = { word: work, quantile: 0, exp: 0, log1p: 0, multiplyAdd: 0 };

  const observe = ({
    n,
    asked,
    approved,
    explored,
    takers,
    takerEnd,
    lookUps,
    winner,
  }: ObservedPage) => {
    // Search, failure, willingness to pay; capacity, income, capital, taste.
    count.word += 3 * n;
    count.quantile += 4 * n;
    // Project (2), stigma, collateral, hazard, willingness; project, willingness; own lender's reaction to a default.
    count.exp += 7 * n;
    count.log1p += 2 * n;
    for (let r = 0; r < n; r++) {
      // Noise of each quote; who is refused is a chance for each lender asked, until one lends.
      const quotes = popcount(asked[r]);
      count.word += quotes + (approved[r] === 0 ? quotes : explored[r]);
      count.exp += readers[winner[r]];
    }
    for (let j = 0; j < sharing.n; j++) {
      count.exp += lookUps[j];
      count.multiplyAdd += (features - 1) * lookUps[j];
    }
    // Record error; gradient and upper triangle of the information matrix.
    const loans = takerEnd[takerEnd.length - 1];
    for (let k = 0; k < loans; k++) count.word += sharing.contributing[winner[takers[k]]];
    count.multiplyAdd += loans * (features + (features * (features + 1)) / 2);
  };
  return clocked(work, () => {
    simulate(market, regime, 'actual', { observe });
    const each = Object.entries(count).map(([name, times]) => [name, times / work]);
    return { ...Object.fromEntries(each), bytes: bytesTouched(market, sharing) };
  });
}

/**
 * Bytes per borrower and quarter between memory and core, at least. A third of the borrowers act, so nearly every 64-byte
 * line holds one who does, and is read; capacity, the last visit (6 bytes) and each lender's loans (4) are written back.
 * What a loan writes elsewhere is left out.
 */
function bytesTouched({ lenders }: Market, sharing: Sharing): number {
  const borrowers = 1024;
  let bytes = 0;
  const count: Allocate = (more) => {
    bytes += more;
    return new ArrayBuffer(more);
  };
  createPopulation(borrowers, count);
  createRecords(borrowers, lenders.length, sharing, count);
  return bytes / borrowers + 6 + 4 * lenders.length;
}
