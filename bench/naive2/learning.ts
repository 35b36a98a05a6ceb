import type { Loan } from './loan.ts';
import { clamp, dot, total } from './mathematics.ts';
import type { Economy } from './parameters.ts';
import { estimateAt } from './lender.ts';

const features = 13;

/** What lenders have learned of default: cards, the market's card, and when defaults come (sections 4.1–4.2). */
export interface Knowledge {
  /** β_j, shape (lenders × 13), and β⁰. */
  cards: number[][];
  market: number[];
  /** H_j, shape (lenders × 13 × 13). */
  information: number[][][];
  /** c_x, x = 1 … T. */
  counts: number[];
}

export function firstKnowledge(lenders: number, borrowers: number, economy: Economy): Knowledge {
  return {
    cards: Array.from({ length: lenders }, () => priorCard(economy)),
    market: priorCard(economy),
    information: Array.from({ length: lenders }, () => square()),
    counts: Array.from({ length: economy.term }, () => (20 * borrowers) / 20_000),
  };
}

const priorCard = ({ priorIntercept }: Economy) =>
  Array.from({ length: features }, (_, k) => (k === 0 ? priorIntercept : 0));
const zeros = (length: number) => Array.from({ length }, () => 0);
const square = () => Array.from({ length: features }, () => zeros(features));

/** d_x, x = 1 … T. */
export function timingOf({ counts }: Knowledge): number[] {
  const sum = total(counts);
  return counts.map((count) => count / sum);
}

/** The vintage that has come of age teaches: all in one step, in the order of the page. */
export function learnFrom(
  vintage: readonly Loan[],
  knowledge: Knowledge,
  borrowers: number,
  economy: Economy,
): void {
  if (vintage.length === 0) return;
  const { decay, pool } = economy;
  const prior = priorCard(economy);
  const oldCards = knowledge.cards.map((card) => [...card]);
  const oldMarket = [...knowledge.market];
  const failed = (loan: Loan) => {
    if (!loan.end) throw new Error('a loan of a vintage of age is still open');
    return loan.end.defaulted ? 1 : 0;
  };
  const estimate = (card: readonly number[], loan: Loan) =>
    estimateAt(dot(card, loan.features), loan.price, economy);

  knowledge.information = knowledge.information.map((old, j) => {
    const next = old.map((row) => row.map((one) => decay * one));
    for (const loan of vintage) {
      if (loan.lender !== j) continue;
      const p = estimate(oldCards[j], loan);
      addOuter(next, Math.max(0.005, p * (1 - p)), loan.features);
    }
    return next;
  });

  const ridge = (economy.ridge * borrowers) / 20_000;
  const sum = square();
  for (const own of knowledge.information) {
    own.forEach((row, a) => row.forEach((one, b) => (sum[a][b] += one)));
  }
  const pull = prior.map((one, k) => -ridge * (oldMarket[k] - one));
  for (const loan of vintage) {
    const surprise = failed(loan) - estimate(oldMarket, loan);
    loan.features.forEach((x, k) => (pull[k] += surprise * x));
  }
  knowledge.market = moved(oldMarket, sum, ridge, pull, economy);

  knowledge.cards = oldCards.map((card, j) => {
    const strength = pool * ridge;
    const own = card.map((one, k) => -strength * (one - knowledge.market[k]));
    for (const loan of vintage) {
      if (loan.lender !== j) continue;
      const surprise = failed(loan) - estimate(card, loan);
      loan.features.forEach((x, k) => (own[k] += surprise * x));
    }
    return moved(card, knowledge.information[j], strength, own, economy);
  });

  knowledge.counts = knowledge.counts.map(
    (count, at) =>
      0.95 * count +
      vintage.filter((loan) => loan.end?.defaulted === true && loan.end.age === at).length,
  );
}

function addOuter(matrix: number[][], weight: number, x: readonly number[]): void {
  x.forEach((one, a) => x.forEach((other, b) => (matrix[a][b] += weight * one * other)));
}

/** card + (H + r·1)^{-1}·pull, each component of the step held to ±stepLimit. */
function moved(
  card: readonly number[],
  information: readonly (readonly number[])[],
  ridge: number,
  pull: readonly number[],
  { stepLimit }: Economy,
): number[] {
  const matrix = information.map((row, a) => row.map((one, b) => (a === b ? one + ridge : one)));
  const step = solve(matrix, pull);
  return card.map((one, k) => one + clamp(step[k], -stepLimit, stepLimit));
}

/** Solves a symmetric positive definite system by Gauss's elimination. */
function solve(matrix: number[][], right: readonly number[]): number[] {
  const a = matrix.map((row, k) => [...row, right[k]]);
  const size = a.length;
  for (let k = 0; k < size; k++) {
    for (let row = k + 1; row < size; row++) {
      const factor = a[row][k] / a[k][k];
      for (let column = k; column <= size; column++) a[row][column] -= factor * a[k][column];
    }
  }
  const x = zeros(size);
  for (let k = size - 1; k >= 0; k--) {
    let rest = a[k][size];
    for (let column = k + 1; column < size; column++) rest -= a[k][column] * x[column];
    x[k] = rest / a[k][k];
  }
  return x;
}
