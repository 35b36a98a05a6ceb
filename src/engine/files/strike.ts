import { popcount } from '../../math/bits.ts';
import type { Records } from './records.ts';

/** Bits of the loans of lender q that stand as a default on these files: on the shared copy, or in truth where there is none. */
function defaultsOf({ ended, defaults, tiers }: Records, file: number, q: number, at: number) {
  const { shared, reported, struck } = tiers[file];
  const on = shared[q].length > 0 ? shared[q][at] & reported[q][at] : defaults[q][at];
  return on & ended[q][at] & ~struck[q][at];
}

/** How many loans stand as a default on some of these files, of the slot whose files lie at this place. */
export function defaultsOnFile(records: Records, files: readonly number[], at: number): number {
  let n = 0;
  for (let q = 0; q < records.ended.length; q++) {
    let all = 0;
    for (const file of files) all |= defaultsOf(records, file, q, at);
    n += popcount(all);
  }
  return n;
}

/** Strikes them off. The maps of what is struck off must be there (`createRecords`). */
export function strikeDefaults(records: Records, files: readonly number[], at: number): void {
  for (const file of files) {
    for (let q = 0; q < records.ended.length; q++) {
      records.tiers[file].struck[q][at] |= defaultsOf(records, file, q, at);
    }
  }
}
