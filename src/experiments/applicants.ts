import { type Market, type MarketInstitution, join } from '../engine/index.ts';
import {
  type FileView,
  createDraws,
  drawUniforms,
  fileReader,
  maxRows,
} from '../engine/observe/index.ts';
import { simulate } from '../engine/running/index.ts';
import { pageSize } from '../random/draws.ts';
import { purposes } from '../random/purposes.ts';
import type { CreditFile } from '../scores/index.ts';
import { isEnrolled } from './trial.ts';

/** What is kept of a credit file. */
export const fileFields = [
  'repaid',
  'defaults',
  'sinceDefault',
  'length',
  'openLoans',
  'recentLoans',
  'balances',
  'kinds',
] as const satisfies readonly (keyof CreditFile)[];

type FileField = (typeof fileFields)[number];

/**
 * Applications of the quarters counted with what could be known of each: a credit file and the institution's score. Row i of
 * each column is one application; refused ones are in, with what would have become of them.
 */
export interface Applicants extends Readonly<Record<FileField, Float64Array>> {
  readonly n: number;
  /** 0, 1, 2, … over the whole market. */
  readonly borrower: Int32Array;
  /** (score − 600)/100; 0 without a score. */
  readonly footprint: Float64Array;
  /** Life PD at the contract offered, at the cap if refused. */
  readonly pd: Float64Array;
  /** 1 if it defaults over the loan's life, or would have. */
  readonly bad: Float64Array;
}

/**
 * Runs the actual world and keeps the applications of its first borrowers (whose order means nothing).
 *
 * @param view whose eyes the files are read with.
 */
export function observeApplicants(
  market: Market,
  institution: MarketInstitution,
  view: FileView,
): Applicants {
  const read = fileReader(market, join(market.lenders, institution), view);
  const draws = createDraws(market.seed);
  const fate = new Float64Array(maxRows);
  const person = new Int32Array(maxRows);
  const kept: Record<keyof Omit<Applicants, 'n'>, number[]> = {
    ...{ borrower: [], footprint: [], pd: [], bad: [] },
    ...{ repaid: [], defaults: [], sinceDefault: [], length: [] },
    ...{ openLoans: [], recentLoans: [], balances: [], kinds: [] },
  };
  simulate(market, institution, 'actual', {
    observer: {
      applications(seen) {
        if (!isEnrolled(market, seen)) return;
        const { roll, visible, outcome, page, quarter } = seen;
        const files = read(seen);
        for (let r = 0; r < roll.n; r++) person[r] = roll.person[r];
        drawUniforms(draws, page, quarter, purposes.potentialOutcome, person, roll.n, fate);
        for (let r = 0; r < roll.n; r++) {
          if (roll.slot[r] >= pageSize) continue;
          kept.borrower.push(roll.first + roll.person[r]);
          kept.footprint.push(visible.score[r]);
          kept.pd.push(outcome.pd[r]);
          kept.bad.push(fate[r] < outcome.pd[r] ? 1 : 0);
          for (const field of fileFields) kept[field].push(files[field][r]);
        }
      },
    },
  });
  const { borrower, ...numbers } = kept;
  const column = (name: keyof typeof numbers) => Float64Array.from(numbers[name]);
  return {
    n: borrower.length,
    borrower: Int32Array.from(borrower),
    footprint: column('footprint'),
    pd: column('pd'),
    bad: column('bad'),
    repaid: column('repaid'),
    defaults: column('defaults'),
    sinceDefault: column('sinceDefault'),
    length: column('length'),
    openLoans: column('openLoans'),
    recentLoans: column('recentLoans'),
    balances: column('balances'),
    kinds: column('kinds'),
  };
}

/** The file of one application. */
export function fileOf(applicants: Applicants, i: number): CreditFile {
  const { repaid, defaults, sinceDefault, length, openLoans, recentLoans, balances, kinds } =
    applicants;
  return {
    repaid: repaid[i],
    defaults: defaults[i],
    sinceDefault: sinceDefault[i],
    length: length[i],
    openLoans: openLoans[i],
    recentLoans: recentLoans[i],
    balances: balances[i],
    kinds: kinds[i],
  };
}
