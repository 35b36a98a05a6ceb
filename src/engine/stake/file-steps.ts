import { log } from '../../math/exp.ts';

/**
 * What this loan, once it has ended, does to a lender's log-odds of default for the same borrower (model.md §7.1). Three
 * files: L⁰, the loan is on file as repaid; L¹, a default in the lender's own file in its place; L², in the readers' too.
 */

/** Defaults count up to this many. */
const mostDefaults = 4;
/** Loans repaid that a file can hold: 31 bits of 32 lenders. */
const mostRepaid = 1024;

/** ln(2 + n) − ln(1 + n): what one loan repaid more adds to the feature, by how many there are. */
export const repaidStep = Float64Array.from(
  { length: mostRepaid },
  (_, n) => log(2 + n) - log(1 + n),
);

/** What one default more adds to min(n, 4)/2. */
export function defaultsStep(defaults: number): number {
  return defaults < mostDefaults ? 0.5 : 0;
}

/** Coefficients of a lender's card that a file moves. */
export interface FileCard {
  readonly ownRepaid: number;
  readonly ownDefault: number;
  readonly sharedRepaid: number;
  readonly sharedDefault: number;
  readonly sharedDefaults: number;
  readonly fileExists: number;
  readonly score: number;
}

/** What lender q sees of the loan's lender. */
export interface View {
  /** It is the loan's lender. */
  readonly own: boolean;
  /** It reads its records, and the loan is reported: its defaults at least. */
  readonly negative: boolean;
  /** It reads in full, and repaid loans are kept for some quarters. */
  readonly full: boolean;
  /** It reads in full, and defaults are kept for some quarters: one makes a file. */
  readonly file: boolean;
  /** It reads a score that the loan feeds. */
  readonly score: boolean;
}

/** What is on file today. */
export interface FileToday {
  readonly ownRepaid: number;
  readonly ownDefault: number;
  readonly sharedRepaid: number;
  readonly sharedDefaults: number;
  readonly fileExists: number;
  /** By how much the score feature changes with one default more, in hundreds of points; ≤ 0. */
  readonly scoreDrop: number;
}

/**
 * Change of lender q's log-odds in L⁰, L¹ and L² against today's file: the plain reference of stake.ts.
 * L¹ and L² are at least L⁰: a default never looks good.
 *
 * @param out [L⁰, L¹, L²]
 */
export function fileSteps(card: FileCard, view: View, today: FileToday, out: Float64Array): void {
  out.fill(0);
  if (view.own) {
    const fall = view.score ? card.score * today.scoreDrop : 0;
    out[0] = card.ownRepaid * repaidStep[today.ownRepaid];
    out[1] = card.ownDefault * (1 - today.ownDefault) + fall;
    out[2] = out[1];
  } else {
    const file = card.fileExists * (1 - today.fileExists);
    out[0] = view.full ? file + card.sharedRepaid * repaidStep[today.sharedRepaid] : 0;
    out[1] = out[0];
    out[2] = view.file ? file : 0;
    if (view.negative) {
      out[2] += card.sharedDefault * Number(today.sharedDefaults === 0);
      out[2] += card.sharedDefaults * defaultsStep(today.sharedDefaults);
    }
    if (view.score) out[2] += card.score * today.scoreDrop;
    // A lender that reads the score and not the records sees the loan repaid in neither.
  }
  if (out[1] < out[0]) out[1] = out[0];
  if (out[2] < out[0]) out[2] = out[0];
}
