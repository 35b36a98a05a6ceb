import { fileReader, type FileView } from '../engine/files/credit-file.ts';
import { join } from '../engine/files/join.ts';
import { Outcome } from '../engine/outcome.ts';
import type { Market, Regime } from '../engine/setup.ts';
import { simulate } from '../engine/simulate.ts';
import { emptyFile } from '../scores/index.ts';
import { lenderColumns } from '../institutions/index.ts';
import { enrolledBorrowers } from './trial.ts';

/**
 * Applications after the burn-in with what could be known of each: a credit file and the institution's
 * score. Row i of each column is one application; refused ones are in, with what would have become of them.
 */
export interface Applicants {
  readonly n: number;
  /** 0, 1, 2, … over the whole market. */
  readonly borrower: Int32Array;
  /** (score − 600)/100; 0 without a score. */
  readonly footprint: Float64Array;
  readonly repaid: Float64Array;
  readonly defaults: Float64Array;
  readonly sinceDefault: Float64Array;
  readonly length: Float64Array;
  readonly newLenders: Float64Array;
  readonly kinds: Float64Array;
  /** True default probability at the contract offered, at the cap if refused. */
  readonly pd: Float64Array;
  /** 1 if it defaults, or would have. */
  readonly bad: Float64Array;
}

/**
 * Runs the actual world and keeps the applications of its first borrowers (whose order means nothing).
 *
 * @param view whose eyes the files are read with.
 */
export function observeApplicants(market: Market, regime: Regime, view: FileView): Applicants {
  const sharing = join(market.lenders, regime);
  const read = fileReader(sharing, Array.from(lenderColumns(market.lenders).kind), view);
  const file = emptyFile();
  const kept: Record<keyof Omit<Applicants, 'n'>, number[]> = {
    ...{ borrower: [], footprint: [], pd: [], bad: [] },
    ...{ repaid: [], defaults: [], sinceDefault: [], length: [], newLenders: [], kinds: [] },
  };
  simulate(market, regime, 'actual', {
    observe(page, quarter, records) {
      if (quarter < market.burnIn || page.first >= enrolledBorrowers) return;
      for (let r = 0; r < page.n; r++) {
        const i = page.first + page.index[r];
        read(records, i, quarter, file);
        kept.borrower.push(i);
        kept.footprint.push(page.footprint[r]);
        kept.pd.push(page.pd[r]);
        kept.bad.push(page.potential[r] === Outcome.repaid ? 0 : 1);
        kept.repaid.push(file.repaid);
        kept.defaults.push(file.defaults);
        kept.sinceDefault.push(file.sinceDefault);
        kept.length.push(file.length);
        kept.newLenders.push(file.newLenders);
        kept.kinds.push(file.kinds);
      }
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
    newLenders: column('newLenders'),
    kinds: column('kinds'),
  };
}
