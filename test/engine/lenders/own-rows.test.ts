import { expect, test } from 'vitest';
import { leavesPerPage, maxLenders } from '../../../src/engine/columns/layout.ts';
import { outcomeWriter } from '../../../src/engine/columns/outcome.ts';
import { rollWriter } from '../../../src/engine/columns/roll.ts';
import { termsWriter } from '../../../src/engine/columns/terms.ts';
import { reportsWriter, scoresWriter, signalsWriter } from '../../../src/engine/columns/visible.ts';
import { join } from '../../../src/engine/files/join.ts';
import { lenderCosts } from '../../../src/engine/lenders/costs.ts';
import { featureCount } from '../../../src/engine/lenders/features.ts';
import { learnFrom, learningCount } from '../../../src/engine/lenders/learn.ts';
import { breakEvenPrices, estimateByScorecard } from '../../../src/engine/lenders/quote.ts';
import { scoreApplicants } from '../../../src/engine/lenders/scorecard.ts';
import { pageSize } from '../../../src/random/draws.ts';
import { economyWith, marketOf, regimeOf } from '../market.ts';

const market = marketOf();
const economy = economyWith();
const lenders = market.lenders.length;
const sharing = join(market.lenders, regimeOf('government-led'));
const costs = lenderCosts(economy, market.lenders, sharing);
const rows = 40;

const { logOdds, odds, breakEven, sanctionLogOdds, sanctionPrice } = scoresWriter;
const counts = [
  ...[reportsWriter.ownRepaid, reportsWriter.ownDefault, reportsWriter.sharedRepaid],
  ...[reportsWriter.sharedDefaults, reportsWriter.fileExists],
];

/** Some number that differs from row to row and from lender to lender. */
const some = (k: number) => ((k * 2_654_435_761) % 1009) / 1009;

/** Applicants of whom every lender looks up two in three, and one in three takes a loan with lender r mod n. */
function fill(): void {
  rollWriter.n = rows;
  rollWriter.lookUps.fill(0);
  outcomeWriter.loanEnd.fill(0);
  for (let r = 0; r < rows; r++) {
    signalsWriter.income[r] = some(r) - 0.5;
    signalsWriter.capital[r] = some(r + 100) - 0.5;
    signalsWriter.collateral[r] = some(r + 200);
    reportsWriter.footprint[r] = some(r + 300);
    termsWriter.winner[r] = r % lenders;
  }
  for (let j = 0; j < lenders; j++) {
    for (let r = 0; r < rows; r++) {
      counts.forEach(
        (column, c) => (column[j * pageSize + r] = Math.floor(3 * some(r + j + 7 * c))),
      );
      rollWriter.rowsOf[j * pageSize + rollWriter.lookUps[j]] = r;
      rollWriter.lookUps[j] += 1;
      if (r % lenders !== j) continue;
      const loans = outcomeWriter.loanEnd[j];
      outcomeWriter.loansOf[j * pageSize + loans] = r;
      outcomeWriter.defaulted[j * pageSize + loans] = r % 2;
      for (let leaf = 0; leaf < leavesPerPage; leaf++) {
        outcomeWriter.loanEnd[leaf * maxLenders + j] = loans + 1;
      }
    }
  }
}

/** Makes every other lender's reports, scores and outcomes unusable. */
function spoilAllBut(own: number): void {
  for (let j = 0; j < lenders; j++) {
    if (j === own) continue;
    const from = j * pageSize;
    for (const column of counts) column.fill(65_535, from, from + pageSize);
    for (const column of Object.values(scoresWriter)) column.fill(NaN, from, from + pageSize);
    outcomeWriter.defaulted.fill(255, from, from + pageSize);
  }
}

const coefficients = Float64Array.from({ length: lenders * featureCount }, (_, k) => some(k) - 0.5);

/** What lender j makes of its applicants and learns from its loans. */
function decide(own: number, spoil: boolean): number[] {
  fill();
  const sums = new Float64Array(lenders * learningCount);
  const each = [() => scoreApplicants(coefficients, lenders), () => breakEvenPrices(costs, true)];
  each.push(() => estimateByScorecard(costs));
  // Those whose columns are spoilt are no number themselves; what they estimate is put right for learning.
  each.push(() => learnFrom(sharing, 0, sums, 0));
  for (const stage of each) {
    if (spoil) spoilAllBut(own);
    stage();
  }
  const at = own * pageSize;
  const mine = [logOdds, odds, breakEven, sanctionLogOdds, sanctionPrice].flatMap((column) => [
    ...column.subarray(at, at + rows),
  ]);
  const estimates = [...termsWriter.estimate.subarray(0, rows)].filter(
    (_, r) => r % lenders === own,
  );
  const learnt = sums.subarray(own * learningCount, (own + 1) * learningCount);
  return [...mine, ...estimates, ...learnt];
}

test.each(market.lenders.map((_, j) => j))('lender %i reads its own rows alone', (own) => {
  const plain = decide(own, false);
  expect(plain.some((x) => x !== 0)).toBe(true);
  expect(plain.every(Number.isFinite)).toBe(true);
  expect(decide(own, true)).toEqual(plain);
});
