import { describe, expect, it } from 'vitest';
import { leavesPerPage } from '../../../src/engine/columns/shape.ts';
import { signalsWriter, visible } from '../../../src/engine/columns/visible.ts';
import { join } from '../../../src/engine/files/join.ts';
import { featureCount, writeFeatures } from '../../../src/engine/lenders/features.ts';
import { inferredIncome } from '../../../src/engine/lenders/inferred-income.ts';
import { createCards, teach } from '../../../src/engine/lenders/learn.ts';
import { learnFrom, teachingCount } from '../../../src/engine/lenders/learning-sums.ts';
import { planLenders } from '../../../src/engine/lenders/plan.ts';
import { createLoanBook, Status } from '../../../src/engine/loans/book.ts';
import { comeOfAge } from '../../../src/engine/loans/come-of-age.ts';
import { plainMemory } from '../../../src/engine/memory/allocate.ts';
import type { Market } from '../../../src/engine/setup.ts';
import { institutions } from '../../../src/institutions/registry.ts';
import { economy } from '../economy.ts';

const room = { room: 'sure', twins: true, scored: true } as const;

const kinds = ['bank', 'bank', 'consumer-finance', 'internet'] as const;
const market: Market = {
  borrowers: 2000,
  quarters: 8,
  burnIn: 2,
  seed: [1, 2],
  economy,
  lenders: kinds.map((kind, j) => ({
    id: `lender-${j}`,
    kind,
    share: 0.25,
    funding: 0.01,
    operating: 0.041,
    recovery: 0.8,
  })),
};
const sharing = join(market.lenders, { rules: institutions['sesame'].rules() });
const plan = planLenders(market, sharing);
const lenders = market.lenders.length;
const { term } = economy.loan;

/** A generator for tests. */
function numbers(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A vintage of the first page: `perLeaf` loans in each of two leaves, with a twin's loan after each leaf. */
function vintageOf(perLeaf: number, quarter: number, withLender: (k: number) => number) {
  const next = numbers(7);
  const book = createLoanBook(economy, market.borrowers, room, plainMemory);
  const v = (quarter + 1) % term;
  let k = v * book.capacity;
  const start = k;
  const add = (slot: number) => {
    book.slot[k] = slot;
    book.lender[k] = withLender(k - start);
    book.status[k] =
      next() < 0.7 ? Status.repaid : next() < 0.5 ? Status.cannotPay : Status.willNotPay;
    book.endedAt[k] = book.status[k] === Status.repaid ? term : 1 + Math.floor(next() * term);
    book.size[k] = 0.2 + 2 * next();
    book.instalment[k] = ((1 + 0.23 * next()) * book.size[k]) / term;
    book.income[k] = 4 * next() - 2;
    book.balances[k] = 3 * next();
    book.score[k] = next() - 0.5;
    book.ownRepaid[k] = Math.floor(5 * next());
    book.ownDefaults[k] = Math.floor(1.4 * next());
    book.sharedRepaid[k] = Math.floor(9 * next());
    book.sharedDefaults[k] = Math.floor(6 * next());
    book.fileExists[k] = Math.floor(2 * next());
    k++;
  };
  for (let leaf = 0; leaf < leavesPerPage; leaf++) {
    const n = leaf < 2 ? perLeaf : 0;
    for (let i = 0; i < n; i++) add(leaf * 1024 + i);
    book.leafEnds[v * 2 * leavesPerPage + 2 * leaf] = k - start;
    if (n > 0) add(4096 + leaf * 1024);
    book.leafEnds[v * 2 * leavesPerPage + 2 * leaf + 1] = k - start;
  }
  book.count[v] = k - start;
  for (let i = 0; i < 2048; i++) {
    signalsWriter.capitalOf[i] = 2 * next() - 1;
    signalsWriter.collateralOf[i] = 0.2 * next();
  }
  return { book, start };
}

/** Solves by Gaussian elimination with pivoting. */
function solve(matrix: number[][], right: number[]): number[] {
  const a = matrix.map((row, i) => [...row, right[i]]);
  const n = a.length;
  for (let c = 0; c < n; c++) {
    let best = c;
    for (let r = c; r < n; r++) if (Math.abs(a[r][c]) > Math.abs(a[best][c])) best = r;
    [a[c], a[best]] = [a[best], a[c]];
    for (let r = 0; r < n; r++) {
      if (r === c) continue;
      const factor = a[r][c] / a[c][c];
      for (let i = c; i <= n; i++) a[r][i] -= factor * a[c][i];
    }
  }
  return a.map((row, i) => row[n] / row[i]);
}

const lambda = (x: number) => 1 / (1 + Math.exp(-x));
const clip = (x: number, most: number) => Math.max(-most, Math.min(most, x));

describe('a vintage that has come of age', () => {
  const quarter = 9;
  const { book, start } = vintageOf(300, quarter, (k) => ((k * 3) % 7) % 3); // lender 3 lends to nobody
  const { learning } = plan;
  const cards = createCards(learning, lenders, term, market.borrowers);
  const before = cards.coefficients.map((beta, c) => beta + 0.1 * Math.sin(c));
  const diagonal = new Set(Array.from({ length: 13 }, (_, a) => a * 13 - (a * (a - 1)) / 2));
  const information0 = cards.information.map((_, c) => (diagonal.has(c % 91) ? 3 : 0.01));
  cards.coefficients.set(before);
  cards.information.set(information0);

  // The page's formulas, loan by loan.
  const rows: { j: number; x: Float64Array; y: number; offset: number; at: number }[] = [];
  for (let leaf = 0; leaf < 2; leaf++) {
    for (let i = 0; i < 300; i++) {
      const k = start + leaf * 301 + i;
      const person = book.slot[k];
      const j = book.lender[k];
      const x = new Float64Array(featureCount);
      writeFeatures(
        x,
        0,
        book.income[k],
        visible.capitalOf[person],
        visible.collateralOf[person],
        book.size[k],
        inferredIncome(plan.income, book.income[k]),
        book.ownRepaid[k],
        book.ownDefaults[k],
        book.sharedRepaid[k],
        book.sharedDefaults[k],
        book.fileExists[k],
        book.balances[k],
        kinds[j] === 'bank' ? 0 : book.score[k],
      );
      const y = Number(book.status[k] !== Status.repaid);
      rows.push({
        j,
        x,
        y,
        offset: economy.pricing.priceSlope * ((book.instalment[k] * term) / book.size[k] - 1.1),
        at: book.endedAt[k],
      });
    }
  }
  const beta = (j: number) => [...before.subarray(j * 13, j * 13 + 13)];
  const estimate = (j: number, x: Float64Array, offset: number) =>
    lambda(offset + beta(j).reduce((sum, b, f) => sum + b * x[f], 0));
  const information = Array.from({ length: lenders }, (_, j) => {
    const h = Array.from({ length: 13 }, () => Array.from({ length: 13 }, () => 0));
    let cell = j * 91;
    for (let a = 0; a < 13; a++) {
      for (let b = a; b < 13; b++, cell++) {
        h[a][b] = learning.decay * information0[cell];
        h[b][a] = h[a][b];
      }
    }
    for (const row of rows.filter((one) => one.j === j)) {
      const p = estimate(j, row.x, row.offset);
      const weight = Math.max(0.005, p * (1 - p));
      for (let a = 0; a < 13; a++)
        for (let b = 0; b < 13; b++) h[a][b] += weight * row.x[a] * row.x[b];
    }
    return h;
  });
  const withRidge = (h: number[][], ridge: number) =>
    h.map((row, a) => row.map((one, b) => one + (a === b ? ridge : 0)));
  const r = (economy.scorecard.ridge * market.borrowers) / 20000;
  const { pool } = economy.scorecard;
  const all = information[0].map((row, a) =>
    row.map((_, b) => information.reduce((sum, h) => sum + h[a][b], 0)),
  );
  const market0 = beta(lenders);
  const marketGradient = market0.map(
    (b, f) =>
      rows.reduce(
        (sum, row) => sum + (row.y - estimate(lenders, row.x, row.offset)) * row.x[f],
        0,
      ) -
      r * (b - (f === 0 ? -2.2 : 0)),
  );
  const newMarket = solve(withRidge(all, r), marketGradient).map(
    (step, f) => market0[f] + clip(step, 1),
  );
  const newCards = information.map((h, j) => {
    const own = beta(j);
    const gradient = own.map(
      (b, f) =>
        rows
          .filter((one) => one.j === j)
          .reduce((sum, row) => sum + (row.y - estimate(j, row.x, row.offset)) * row.x[f], 0) -
        pool * r * (b - newMarket[f]),
    );
    return solve(withRidge(h, pool * r), gradient).map((step, f) => own[f] + clip(step, 1));
  });

  const stride = teachingCount(lenders, term);
  const leaves = new Float64Array(leavesPerPage * stride).fill(99);
  for (let leaf = 0; leaf < leavesPerPage; leaf++) {
    comeOfAge(book, 0, leaf, quarter);
    learnFrom(plan, cards.coefficients, leaves, leaf * stride);
  }
  const sums = new Float64Array(stride);
  for (let leaf = 0; leaf < leavesPerPage; leaf++) {
    for (let c = 0; c < stride; c++) sums[c] += leaves[leaf * stride + c];
  }
  teach(learning, cards, sums);

  it('moves the market’s card, then each lender’s, by one Newton step', () => {
    newMarket.forEach((one, f) =>
      expect(cards.coefficients[lenders * 13 + f]).toBeCloseTo(one, 10),
    );
    newCards.forEach((card, j) => {
      card.forEach((one, f) => expect(cards.coefficients[j * 13 + f]).toBeCloseTo(one, 10));
    });
  });

  it('counts defaults by instalment, smoothed', () => {
    for (let x = 1; x <= term; x++) {
      const found = rows.filter((row) => row.y === 1 && row.at === x).length;
      expect(found).toBeGreaterThan(0);
      expect(cards.times[x - 1]).toBeCloseTo(0.95 * 2 + found, 12);
    }
  });

  it('changes nothing when it holds no loan', () => {
    const coefficients = cards.coefficients.slice();
    const kept = cards.information.slice();
    const times = cards.times.slice();
    const empty = createLoanBook(economy, market.borrowers, room, plainMemory);
    const none = new Float64Array(stride).fill(5);
    comeOfAge(empty, 0, 0, quarter);
    learnFrom(plan, cards.coefficients, none, 0);
    expect(new Set(none)).toEqual(new Set([0]));
    teach(learning, cards, none);
    expect(cards.coefficients).toEqual(coefficients);
    expect(cards.information).toEqual(kept);
    expect(cards.times).toEqual(times);
  });
});
