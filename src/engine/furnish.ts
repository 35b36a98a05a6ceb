import type { ErrorRules } from '../institutions/institution.ts';
import * as drawing from '../random/draws.ts';
import { purposes } from '../random/purposes.ts';
import type { Draws } from './draw.ts';
import type { Sharing } from './join.ts';
import { loansBy, workingPage } from './page.ts';
import type { Records } from './records.ts';
import * as repaying from './repay.ts';

/** Constants of this module, for its loops (see `workingPage`). */
const page = workingPage;
const { deriveKey, pageSize, perWord, word } = drawing;
const { Outcome } = repaying;

/** 1 for each of a lender's loans whose default is on its shared copy. */
const onFile = new Uint8Array(pageSize);

/**
 * Writes the quarter's loans on file: the truth into the lender's own records, and, for lenders that
 * contribute, a copy that errors may spoil.
 */
export function furnish(draws: Draws, sharing: Sharing, records: Records, quarter: number): void {
  const { contributing, errors } = sharing;
  const now = 1 << quarter; // a shift takes its distance modulo 32
  for (let q = 0; q < sharing.n; q++) {
    const loans = records.loans[q];
    const defaults = records.defaults[q];
    fileTruth(q, now, loans, defaults);
    if (!contributing[q]) continue;
    const reported = records.reported[q];
    const shared = records.shared[q];
    const crossed = records.crossed[q];
    if (reported !== loans) fileReported(q, now, reported);
    if (shared !== defaults) fileCopy(draws, errors, quarter, q, now, shared);
    if (crossed !== shared) fileCrossed(draws, errors, quarter, q, now, crossed);
  }
}

function fileTruth(q: number, now: number, loans: Uint32Array, defaults: Uint32Array): void {
  const { first, index, outcome } = page;
  const n = loansBy(q);
  for (let k = 0; k < n; k++) {
    const r = page.loansOf[q * pageSize + k];
    const i = first + index[r];
    onFile[k] = Number(outcome[r] !== Outcome.repaid);
    loans[i] |= now;
    defaults[i] = marked(defaults[i], now, onFile[k]);
  }
}

/** Which loans are large enough to be reported. */
function fileReported(q: number, now: number, map: Uint32Array): void {
  const { first, index, reported } = page;
  const n = loansBy(q);
  for (let k = 0; k < n; k++) {
    const r = page.loansOf[q * pageSize + k];
    const i = first + index[r];
    map[i] = marked(map[i], now, reported[r]);
  }
}

/** The shared copy, with defaults missed and invented. After `fileTruth`. */
function fileCopy(
  draws: Draws,
  errors: ErrorRules,
  quarter: number,
  q: number,
  now: number,
  shared: Uint32Array,
): void {
  const { first, index } = page;
  const { missedDefault, falseDefault } = errors;
  const { key, seed } = draws;
  deriveKey(key, seed, first / pageSize, quarter, purposes.recordError);
  const k0 = key[0];
  const k1 = key[1];
  const k2 = key[2];
  const n = loansBy(q);
  for (let k = 0; k < n; k++) {
    const at = index[page.loansOf[q * pageSize + k]];
    const u = (word(at, k0, k1, k2) >>> 0) * perWord;
    const bad = onFile[k];
    onFile[k] = (bad & Number(u >= missedDefault)) | ((1 - bad) & Number(u < falseDefault));
    shared[first + at] = marked(shared[first + at], now, onFile[k]);
  }
}

/** The copy as lenders of another kind read it, whose standards garble some records. After `fileCopy`. */
function fileCrossed(
  draws: Draws,
  errors: ErrorRules,
  quarter: number,
  q: number,
  now: number,
  crossed: Uint32Array,
): void {
  const { first, index } = page;
  const { standardsGap } = errors;
  const { key, seed } = draws;
  deriveKey(key, seed, first / pageSize, quarter, purposes.standardsGap);
  const k0 = key[0];
  const k1 = key[1];
  const k2 = key[2];
  const n = loansBy(q);
  for (let k = 0; k < n; k++) {
    const at = index[page.loansOf[q * pageSize + k]];
    const garbled = Number((word(at, k0, k1, k2) >>> 0) * perWord < standardsGap);
    crossed[first + at] = marked(crossed[first + at], now, onFile[k] ^ garbled);
  }
}

/** A map with these bits 1 or 0 by `value`, whatever stood there 32 quarters ago. */
function marked(map: number, bits: number, value: number): number {
  return (map & ~bits) | (bits & -value);
}
