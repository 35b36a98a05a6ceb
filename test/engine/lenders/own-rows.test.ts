import { expect, test } from 'vitest';
import { lessonWriter } from '../../../src/engine/columns/lesson.ts';
import { rollWriter } from '../../../src/engine/columns/roll.ts';
import { lenderStride } from '../../../src/engine/columns/shape.ts';
import { reportsWriter, signalsWriter } from '../../../src/engine/columns/visible.ts';
import { join } from '../../../src/engine/files/join.ts';
import { createCards } from '../../../src/engine/lenders/learn.ts';
import { learnFrom, lenderSums, teachingCount } from '../../../src/engine/lenders/learning-sums.ts';
import { planLenders } from '../../../src/engine/lenders/plan.ts';
import {
  expectRecoveries,
  priceByCard,
  recovered,
} from '../../../src/engine/lenders/price-by-card.ts';
import {
  createPriceConstants,
  updatePriceConstants,
} from '../../../src/engine/lenders/pricing-terms.ts';
import { quotes } from '../../../src/engine/lenders/quotes.ts';
import { fileLogOdds, scoreFiles } from '../../../src/engine/lenders/score-files.ts';
import { institutions } from '../../../src/institutions/registry.ts';
import { marketOf } from '../economy.ts';

/**
 * The columns of all lenders lie side by side, so no type keeps a lender to its own rows: this law does. Whatever stands in
 * the others' rows, its prices and what it learns by itself are the same.
 */
const market = marketOf(1000, 8);
const plan = planLenders(market, join(market.lenders, { rules: institutions['sesame'].rules() }));
const count = market.lenders.length;
const { term } = plan.terms;
const n = 200;

/** Numbers in 0 … 1, the same in each run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Fills what every lender sees by `own` in the rows of lender j, by `others` in those of the others. */
function fillReports(j: number, own: () => number, others: () => number): void {
  const { ownRepaid, ownDefaults, sharedRepaid, sharedDefaults } = reportsWriter;
  const { fileExists, balances } = reportsWriter;
  for (let r = 0; r < n; r++) {
    for (let q = 0; q < count; q++) {
      const c = q * lenderStride + r;
      const next = q === j ? own : others;
      for (const column of [ownRepaid, ownDefaults, sharedRepaid, sharedDefaults]) {
        column[c] = Math.floor(5 * next());
      }
      fileExists[c] = Math.floor(2 * next());
      balances[c] = 3 * next();
    }
  }
}

/** Applications that ask all lenders, in their order. */
function fillApplications(): void {
  const next = numbers(3);
  rollWriter.n = n;
  for (let r = 0; r < n; r++) {
    rollWriter.askedCount[r] = count;
    for (let q = 0; q < count; q++) rollWriter.askedAt[q * lenderStride + r] = q;
    const { income, capital, collateral, incomeInferred, size } = signalsWriter;
    for (const column of [income, capital, reportsWriter.score]) column[r] = next() - 0.5;
    for (const column of [size, incomeInferred, collateral]) {
      column[r] = 0.1 + next();
    }
  }
}

const cards = createCards(plan.learning, count, term, market.borrowers);
const tilt = numbers(8);
for (let c = 0; c < cards.coefficients.length; c++) cards.coefficients[c] += tilt() - 0.5;

const lendersOfMarket = market.lenders.map(({ id }, j) => [id, j] as const);

test.each(lendersOfMarket)('%s prices by its own rows', (_, j) => {
  const asks = { ...plan, quotes: count };
  const constants = createPriceConstants(plan.terms);
  updatePriceConstants(plan.terms, cards.times, constants);
  const priced = (others: number): number[] => {
    fillApplications();
    fillReports(j, numbers(5), numbers(others));
    scoreFiles(cards.coefficients, count, plan.scoreReader, fileLogOdds);
    expectRecoveries(asks, constants, recovered);
    priceByCard(asks, cards.coefficients, constants, fileLogOdds);
    const own = (column: Float64Array) => column.slice(j * lenderStride, j * lenderStride + n);
    return [quotes.breakEven, quotes.logOdds].flatMap((column) => [...own(column)]);
  };
  expect(priced(11)).toEqual(priced(12));
});

test.each(lendersOfMarket)('%s learns by its own loans', (_, j) => {
  const learnt = (seed: number): Float64Array => {
    const own = numbers(6);
    const others = numbers(seed);
    lessonWriter.n = n;
    for (let k = 0; k < n; k++) {
      lessonWriter.lender[k] = k % count;
      const next = k % count === j ? own : others;
      lessonWriter.defaulted[k] = Math.floor(1.3 * next());
      lessonWriter.endedAt[k] = 1 + Math.floor(term * next());
      lessonWriter.price[k] = 1 + 0.2 * next();
      const { ownRepaid, ownDefaults, sharedRepaid, sharedDefaults, fileExists } = lessonWriter;
      for (const column of [ownRepaid, ownDefaults, sharedRepaid, sharedDefaults, fileExists]) {
        column[k] = Math.floor(2 * next());
      }
      const { size, income, capital, collateral, balances, score } = lessonWriter;
      for (const column of [size, income, capital, collateral, balances, score]) {
        column[k] = 0.1 + next();
      }
    }
    const sums = new Float64Array(teachingCount(count, term));
    learnFrom(plan, cards.coefficients, sums, 0);
    return sums;
  };
  const [one, two] = [learnt(21), learnt(22)];
  const own = (sums: Float64Array) => sums.slice(j * lenderSums, (j + 1) * lenderSums);
  expect(own(one)).toEqual(own(two));
  // The market's card, which all may know, and the others' sums move.
  expect(one).not.toEqual(two);
});
