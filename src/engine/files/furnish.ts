import type { ErrorRules } from '../../institutions/institution.ts';
import * as drawing from '../../random/draws.ts';
import { purposes } from '../../random/purposes.ts';
import { drawWords, type Draws } from '../people/draw.ts';
import type { Sharing } from './join.ts';
import { loansBy, workingPage } from '../columns/page.ts';
import type { Records } from './records.ts';
import * as repaying from '../people/repay.ts';

/** Constants of this module, for its loops (see `workingPage`). */
const page = workingPage;
const { pageSize, perWord } = drawing;
const { Outcome } = repaying;

/** One lender's loans: whose they are, as indices in the page; 1 where the default is on file; a draw for each. */
const who = new Int32Array(pageSize);
const onFile = new Uint8Array(pageSize);
const words = new Int32Array(pageSize);

/**
 * Writes the quarter's loans on file: the truth into the lender's own records, and, for lenders that
 * contribute, a copy that errors may spoil.
 */
export function furnish(draws: Draws, sharing: Sharing, records: Records, quarter: number): void {
  const { contributing, errors } = sharing;
  const pageNumber = page.first / pageSize;
  const now = 1 << quarter; // a shift takes its distance modulo 32
  for (let q = 0; q < sharing.n; q++) {
    const n = loansBy(q);
    const loans = records.loans[q];
    const defaults = records.defaults[q];
    fileTruth(q, n, now, loans, defaults);
    if (!contributing[q]) continue;
    const reported = records.reported[q];
    const shared = records.shared[q];
    const crossed = records.crossed[q];
    if (reported !== loans) fileReported(q, n, now, reported);
    if (shared !== defaults) {
      drawWords(draws, pageNumber, quarter, purposes.recordError, who, n, words);
      fileCopy(errors, n, now, shared);
    }
    if (crossed !== shared) {
      drawWords(draws, pageNumber, quarter, purposes.standardsGap, who, n, words);
      fileCrossed(errors, n, now, crossed);
    }
  }
}

/** The lender's own records; lists its loans. */
function fileTruth(
  q: number,
  n: number,
  now: number,
  loans: Uint32Array,
  defaults: Uint32Array,
): void {
  const { first, index, outcome, loansOf } = page;
  for (let k = 0; k < n; k++) {
    const r = loansOf[q * pageSize + k];
    const i = first + index[r];
    who[k] = index[r];
    onFile[k] = Number(outcome[r] !== Outcome.repaid);
    loans[i] |= now;
    defaults[i] = marked(defaults[i], now, onFile[k]);
  }
}

/** Which loans are large enough to be reported. */
function fileReported(q: number, n: number, now: number, map: Uint32Array): void {
  const { first, reported, loansOf } = page;
  for (let k = 0; k < n; k++) {
    const i = first + who[k];
    map[i] = marked(map[i], now, reported[loansOf[q * pageSize + k]]);
  }
}

/** The shared copy, with defaults missed and invented. */
function fileCopy(
  { missedDefault, falseDefault }: ErrorRules,
  n: number,
  now: number,
  shared: Uint32Array,
): void {
  const { first } = page;
  for (let k = 0; k < n; k++) {
    const i = first + who[k];
    const u = (words[k] >>> 0) * perWord;
    const bad = onFile[k];
    onFile[k] = (bad & Number(u >= missedDefault)) | ((1 - bad) & Number(u < falseDefault));
    shared[i] = marked(shared[i], now, onFile[k]);
  }
}

/** The copy as lenders of another kind read it, whose standards garble some records. After `fileCopy`. */
function fileCrossed(
  { standardsGap }: ErrorRules,
  n: number,
  now: number,
  crossed: Uint32Array,
): void {
  const { first } = page;
  for (let k = 0; k < n; k++) {
    const i = first + who[k];
    const garbled = Number((words[k] >>> 0) * perWord < standardsGap);
    crossed[i] = marked(crossed[i], now, onFile[k] ^ garbled);
  }
}

/** A map with these bits 1 or 0 by `value`, whatever stood there 32 quarters ago. */
function marked(map: number, bits: number, value: number): number {
  return (map & ~bits) | (bits & -value);
}
