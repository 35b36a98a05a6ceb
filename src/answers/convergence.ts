import { estimate, type Estimate } from '../math/interval.ts';
import { standardDeviation } from '../math/statistics.ts';
import { paired } from '../replicates/index.ts';

/** A change of the size of a run that should change nothing. */
export interface Resize {
  readonly of: 'borrowers' | 'quarters' | 'burnIn';
  readonly from: number;
  readonly to: number;
}

/** A run of each size gives one of these a replicate. Shape (replicates). */
export type ValuesAt = (size: number, institution: string, measure: string) => readonly number[];

/** What becomes of a number when the size changes. */
export interface Movement {
  /** Place of the change in the list. */
  readonly resize: number;
  readonly measure: string;
  readonly institution: string;
  /** Of a difference in welfare: what it is taken against. */
  readonly other?: string;
  /** Value at the scenario's own size. */
  readonly own: number;
  /** Paired by seed: value at the changed size less that at the own. */
  readonly change: Estimate;
  /** A tenth of the gap to the reference (of a pair: of its own difference) at the own size. */
  readonly tolerated: number;
  /**
   * `holds`: the interval lies within what is tolerated. `moves`: it lies outside. `untold`: with these replicates one
   * cannot say.
   */
  readonly verdict: 'holds' | 'moves' | 'untold';
}

/** Share of the gap to the reference that a number may move. */
const tolerance = 0.1;

/**
 * Which numbers hang on the size of the run: levels of measures, and each pair's difference in one of them.
 *
 * A number holds if the 95% interval of its change lies within ± a tenth of the gap that it is used to tell: of a level, to
 * the reference in the same measure; of a difference, its own size. The level of the reference itself is used to tell
 * nothing and is left out.
 *
 * @param resizes size 0 of `valuesAt` is the scenario's own, size k + 1 is resize k
 * @param ofPairs the measure in which each pair is looked at
 */
export function movements(
  institutions: readonly string[],
  reference: string,
  measures: readonly string[],
  ofPairs: string,
  resizes: readonly Resize[],
  valuesAt: ValuesAt,
): Movement[] {
  return resizes.flatMap((_, resize) => [
    ...measures.flatMap((measure) =>
      institutions
        .filter((id) => id !== reference)
        .map((institution): Movement => {
          const own = valuesAt(0, institution, measure);
          const gap = paired(own, valuesAt(0, reference, measure)).mean;
          const change = paired(valuesAt(resize + 1, institution, measure), own);
          return { resize, measure, institution, ...judged(estimate(own).mean, change, gap) };
        }),
    ),
    ...institutions.flatMap((institution, i) =>
      institutions.slice(i + 1).map((other): Movement => {
        const difference = (size: number) => {
          const b = valuesAt(size, other, ofPairs);
          return valuesAt(size, institution, ofPairs).map((a, r) => a - b[r]);
        };
        const own = difference(0);
        const { mean } = estimate(own);
        const change = paired(difference(resize + 1), own);
        return { resize, measure: ofPairs, institution, other, ...judged(mean, change, mean) };
      }),
    ),
  ]);
}

function judged(own: number, change: Estimate, gap: number) {
  const tolerated = tolerance * Math.abs(gap);
  const { low, high, mean, standardError, n } = change;
  const verdict: Movement['verdict'] =
    low >= -tolerated && high <= tolerated
      ? 'holds'
      : low > tolerated || high < -tolerated
        ? 'moves'
        : 'untold';
  return { own, change: { n, mean, standardError, low, high }, tolerated, verdict };
}

/** Luck of a number at a size: its standard deviation over replicates. */
export function luckAt(values: readonly number[]): number {
  return standardDeviation(values.filter((value) => !Number.isNaN(value)));
}
