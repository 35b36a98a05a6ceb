import type { Choice } from '../engine/people/choice.ts';
import { createDraws, drawWords } from '../engine/people/draw.ts';
import type { Sharing } from '../engine/files/join.ts';
import type { ObservedPage } from '../engine/columns/observed.ts';
import { featureCount, featuresOf } from '../engine/lenders/features.ts';
import type { Market } from '../engine/setup.ts';
import { logisticTable, quantileOf } from '../math/quantile-table.ts';
import { pageSize, perWord } from '../random/draws.ts';
import { purposes } from '../random/purposes.ts';

/** What experimenters draw for an applicant: which arm it is in. */
export type Arm = 'offerArm' | 'contractArm' | 'incentiveArm' | 'priceArm';

/** One approved application of one quarter after the burn-in; always the same object, moved on. */
export interface Subject {
  /** Columns of its page; it is row `row`. Not to be written to. */
  page: ObservedPage;
  row: number;
  quarter: number;
  /** 0, 1, 2, … over the whole market. */
  borrower: number;
  /** Its draw for an arm, uniform on [0, 1). */
  readonly draw: (arm: Arm) => number;
  /** Its taste shock of the quarter in units of its scale, as the engine drew it (standard logistic). */
  readonly taste: () => number;
  /** Whether it would default after this choice: the same luck under every contract. */
  readonly defaults: (choice: Choice) => boolean;
  /** What the lender that made the offer saw of it, without the intercept, into `out` from `at` on. */
  readonly seen: (out: Float64Array, at: number) => void;
}

/** Numbers that `seen` writes. */
export const seenCount = featureCount - 1;

/**
 * A subject that can be moved to any approved row of any page.
 *
 * @returns `enter` draws for a whole page and gives the subject, still to be moved to a row
 */
export function createSubject(
  market: Market,
  sharing: Sharing,
  arms: readonly Arm[],
): { readonly enter: (page: ObservedPage, quarter: number) => Subject } {
  const draws = createDraws(market.seed);
  const drawn = new Map<number, Int32Array>();
  for (const purpose of ['failure', 'willingness', 'taste', ...arms] as const) {
    drawn.set(purposes[purpose], new Int32Array(pageSize));
  }
  const wordsOf = (purpose: number): Int32Array => {
    const words = drawn.get(purpose);
    if (!words) throw new Error('a protocol must name the arms that it draws');
    return words;
  };
  const failure = wordsOf(purposes.failure);
  const willingness = wordsOf(purposes.willingness);
  const taste = wordsOf(purposes.taste);
  const uniform = (words: Int32Array, row: number) => (words[row] >>> 0) * perWord;
  const features = new Float64Array(featureCount);

  const createOn = (page: ObservedPage): Subject => {
    const self: Subject = {
      ...{ page, row: 0, quarter: 0, borrower: 0 },
      draw: (arm) => uniform(wordsOf(purposes[arm]), self.row),
      taste: () => quantileOf(logisticTable, taste[self.row]),
      defaults: (choice) =>
        uniform(failure, self.row) < choice.failure ||
        uniform(willingness, self.row) >= choice.willing,
      seen: (out, at) => {
        const lender = self.page.winner[self.row];
        featuresOf(self.row, lender, sharing.scoreReader[lender] === 1, features);
        for (let k = 1; k < featureCount; k++) out[at + k - 1] = features[k];
      },
    };
    return self;
  };

  let subject: Subject | undefined;
  return {
    enter: (page, quarter) => {
      const pageNumber = page.first / pageSize;
      for (const [purpose, words] of drawn) {
        drawWords(draws, pageNumber, quarter, purpose, page.index, page.n, words);
      }
      subject ??= createOn(page);
      subject.page = page;
      subject.quarter = quarter;
      return subject;
    },
  };
}
