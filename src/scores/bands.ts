/** A range of scores with a name. Runs from `from` (included) to the next band's `from` (excluded). */
export interface ScoreBand {
  readonly id: string;
  readonly from: number;
}

/**
 * The band of a score: a bound belongs to the band above it.
 *
 * @param bands ascending by `from`; the first also holds everything below it.
 */
export function bandOf(score: number, bands: readonly ScoreBand[]): ScoreBand {
  let found = bands[0];
  for (const band of bands) if (score >= band.from) found = band;
  return found;
}

/** The band above the score's own, or undefined at the top. */
export function nextBand(score: number, bands: readonly ScoreBand[]): ScoreBand | undefined {
  return bands.find((band) => band.from > score && band !== bands[0]);
}
