import type { SummaryRow } from '../measures/index.ts';
import { paired, type Samples } from '../replicates/index.ts';

/**
 * What `summarise` gives of a single replicate, where there is no spread, and so no interval and no test: each value beside
 * that of the reference. Designs of very many points have one replicate, and asking the statistics about each of their
 * numbers was half of the time in which their files are written.
 *
 * @param samples of one replicate
 * @returns in canonical order
 */
export function summaryOfOne(samples: Samples, scenario: string, reference: string): SummaryRow[] {
  return samples.columns.map(({ institution, world, measure }) => {
    const [value] = samples.values(institution, world, measure);
    const [against] = institution === reference ? [NaN] : samples.values(reference, world, measure);
    const difference = apart(value, against);
    return {
      scenario,
      institution,
      world,
      measure,
      unit: samples.passportOf(measure).unit,
      n: Number(!Number.isNaN(value)),
      // Adding 0 makes a 0 of -0, as a mean does.
      mean: value + 0,
      standardError: NaN,
      low: NaN,
      high: NaN,
      reference,
      difference,
      differenceStandardError: NaN,
      differenceLow: NaN,
      differenceHigh: NaN,
      pairs: Number(!Number.isNaN(difference)),
      adjustedP: NaN,
      pairingGain: NaN,
    };
  });
}

/** Relative distance from which on two values certainly differ by more than rounding. */
const clear = 1e-9;

/** What one value has more than another; what is rounding only is for `paired` to say. */
function apart(a: number, b: number): number {
  const gap = a - b;
  const isClear = Math.abs(gap) > clear * Math.max(Math.abs(a), Math.abs(b));
  return isClear || Number.isNaN(gap) || gap === 0 ? gap + 0 : paired([a], [b]).mean;
}
