import type { SeedKey } from '../../src/engine/index.ts';
import { log } from '../../src/math/exp.ts';
import { logistic } from '../../src/math/logistic.ts';
import { normalTable, quantileOf } from '../../src/math/quantile-table.ts';
import {
  createDrawKey,
  deriveKey,
  pageSize,
  perWord,
  word,
  type DrawKey,
} from '../../src/random/draws.ts';
import { purposes } from '../../src/random/purposes.ts';
import { kernel, type KernelOutcome } from './kernel.ts';

/** Working columns of a page: a module's own constants, as in the engine. */
const applicants = new Int32Array(pageSize + 1);
const approved = new Int32Array(pageSize + 1);
const score = new Float64Array(pageSize);
const log1pCount = Float64Array.from({ length: 512 }, (_, k) => log(1 + k));

interface Columns {
  readonly strength: Float32Array;
  readonly repaid: Uint8Array;
  readonly defaults: Uint8Array;
}

/**
 * The kernel in the engine's style: columns, stages over pages of 4,096 borrowers, stateless draws, rows listed by
 * writing each and moving on past those that belong.
 */
export function kernelWithColumns(
  borrowers: number,
  quarters: number,
  seed: SeedKey,
): KernelOutcome {
  const people = {
    strength: new Float32Array(borrowers),
    repaid: new Uint8Array(borrowers),
    defaults: new Uint8Array(borrowers),
  };
  const key = createDrawKey();
  const total = { applications: 0, approvals: 0, defaults: 0 };
  for (let first = 0; first < borrowers; first += pageSize) {
    const size = Math.min(pageSize, borrowers - first);
    deriveKey(key, seed, first / pageSize, 0, purposes.character);
    drawStrength(key, people.strength.subarray(first, first + size), size);
  }
  for (let quarter = 0; quarter < quarters; quarter++) {
    for (let first = 0; first < borrowers; first += pageSize) {
      const size = Math.min(pageSize, borrowers - first);
      const page = first / pageSize;
      deriveKey(key, seed, page, quarter, purposes.needNow);
      const n = apply(key, size);
      deriveKey(key, seed, page, quarter, purposes.incomeNoise);
      scoreApplicants(key, people, first, n);
      const loans = approve(n);
      deriveKey(key, seed, page, quarter, purposes.failure);
      total.applications += n;
      total.approvals += loans;
      total.defaults += repay(key, people, first, loans);
    }
  }
  return total;
}

function drawStrength([k0, k1, k2]: DrawKey, strength: Float32Array, size: number): void {
  for (let i = 0; i < size; i++) strength[i] = quantileOf(normalTable, word(i, k0, k1, k2));
}

/** Who applies: their number, and their places in `applicants`. */
function apply([k0, k1, k2]: DrawKey, size: number): number {
  const threshold = kernel.demand * 2147483648; // 2³¹
  let n = 0;
  for (let i = 0; i < size; i++) {
    applicants[n] = i;
    n += Number(word(i, k0, k1, k2) >>> 1 < threshold);
  }
  return n;
}

function scoreApplicants([k0, k1, k2]: DrawKey, people: Columns, first: number, n: number): void {
  const { strength, repaid, defaults } = people;
  const { signalNoise, weights } = kernel;
  for (let r = 0; r < n; r++) {
    const i = first + applicants[r];
    const noise = quantileOf(normalTable, word(applicants[r], k0, k1, k2));
    const bad = defaults[i] < weights.counted ? defaults[i] : weights.counted;
    score[r] =
      weights.signal * (strength[i] + signalNoise * noise) +
      weights.repaid * log1pCount[repaid[i]] +
      weights.defaults * bad;
  }
}

/** Who gets the loan: their number, and their places in `approved`. */
function approve(n: number): number {
  let loans = 0;
  for (let r = 0; r < n; r++) {
    approved[loans] = applicants[r];
    loans += Number(score[r] >= kernel.cutOff);
  }
  return loans;
}

/** What becomes of the loans, into the borrowers' histories; the number of defaults. */
function repay([k0, k1, k2]: DrawKey, people: Columns, first: number, loans: number): number {
  const { strength, repaid, defaults } = people;
  let failed = 0;
  for (let k = 0; k < loans; k++) {
    const i = first + approved[k];
    const pd = logistic(kernel.hazard - strength[i]);
    const bad = Number((word(approved[k], k0, k1, k2) >>> 0) * perWord < pd);
    defaults[i] += bad;
    repaid[i] += 1 - bad;
    failed += bad;
  }
  return failed;
}
