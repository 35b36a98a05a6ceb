import type { ErrorRules } from '../../institutions/institution.ts';
import { pageSize, perWord, word } from '../../random/draws.ts';
import { loansBy, outcome } from '../columns/outcome.ts';
import { roll } from '../columns/roll.ts';
import type { Sharing } from './join.ts';
import type { Records } from './records.ts';

/** One lender's loans: whose they are, as indices in the page; 1 where the default is on file. */
const who = new Int32Array(pageSize);
const onFile = new Uint8Array(pageSize);

/**
 * Writes the quarter's loans on file: the truth into the lender's own records, and, for lenders that
 * contribute, a copy that errors may spoil.
 *
 * @param errorKey, gapKey of the draws of errors of records and of standards, three words each
 */
export function furnish(
  sharing: Sharing,
  records: Records,
  quarter: number,
  errorKey: Int32Array,
  gapKey: Int32Array,
): void {
  const { contributing, errors } = sharing;
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
    if (shared !== defaults) fileCopy(errors, errorKey, n, now, shared);
    if (crossed !== shared) fileCrossed(errors, gapKey, n, now, crossed);
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
  const { first, index } = roll;
  const { loansOf, defaulted } = outcome;
  const at = q * pageSize;
  for (let k = 0; k < n; k++) {
    const r = loansOf[at + k];
    const i = first + index[r];
    who[k] = index[r];
    onFile[k] = defaulted[at + k];
    loans[i] |= now;
    defaults[i] = marked(defaults[i], now, onFile[k]);
  }
}

/** Which loans are large enough to be reported. */
function fileReported(q: number, n: number, now: number, map: Uint32Array): void {
  const { first, reported } = roll;
  const { loansOf } = outcome;
  for (let k = 0; k < n; k++) {
    const i = first + who[k];
    map[i] = marked(map[i], now, reported[loansOf[q * pageSize + k]]);
  }
}

/** The shared copy, with defaults missed and invented. */
function fileCopy(
  { missedDefault, falseDefault }: ErrorRules,
  key: Int32Array,
  n: number,
  now: number,
  shared: Uint32Array,
): void {
  const { first } = roll;
  const k0 = key[0];
  const k1 = key[1];
  const k2 = key[2];
  for (let k = 0; k < n; k++) {
    const i = first + who[k];
    const u = (word(who[k], k0, k1, k2) >>> 0) * perWord;
    const bad = onFile[k];
    onFile[k] = (bad & Number(u >= missedDefault)) | ((1 - bad) & Number(u < falseDefault));
    shared[i] = marked(shared[i], now, onFile[k]);
  }
}

/** The copy as lenders of another kind read it, whose standards garble some records. After `fileCopy`. */
function fileCrossed(
  { standardsGap }: ErrorRules,
  key: Int32Array,
  n: number,
  now: number,
  crossed: Uint32Array,
): void {
  const { first } = roll;
  const k0 = key[0];
  const k1 = key[1];
  const k2 = key[2];
  for (let k = 0; k < n; k++) {
    const i = first + who[k];
    const garbled = Number((word(who[k], k0, k1, k2) >>> 0) * perWord < standardsGap);
    crossed[i] = marked(crossed[i], now, onFile[k] ^ garbled);
  }
}

/** A map with these bits 1 or 0 by `value`, whatever stood there 32 quarters ago. */
function marked(map: number, bits: number, value: number): number {
  return (map & ~bits) | (bits & -value);
}
