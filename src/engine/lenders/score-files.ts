import { roll } from '../columns/roll.ts';
import { lenderStride, maxLenders } from '../columns/shape.ts';
import { visible } from '../columns/visible.ts';
import {
  collateralUnit,
  featureAt,
  featureCount,
  log1pCount,
  mostSharedDefaults,
} from './features.ts';

/** Log-odds by the cards that price, of person and files (`scoreFiles`), at j · lenderStride + r: stakes read them too. */
export const fileLogOdds = new Float64Array(maxLenders * lenderStride);

/**
 * Log-odds of default that every lender's card gives to person and files: all but income signal, size and balances over
 * income, which differ between this application and an imagined next one. The features that both share are summed here, once.
 *
 * @param cards coefficients, one card a lender (`Cards.coefficients`)
 * @param scoreReader 1 where the lender sees the score. Shape (lenders)
 * @param out log-odds at j · lenderStride + r
 */
export function scoreFiles(
  cards: Float64Array,
  lenders: number,
  scoreReader: Uint8Array,
  out: Float64Array,
): void {
  const { n } = roll;
  const { capital, collateral, score } = visible;
  const { ownRepaid, ownDefaults, sharedRepaid, sharedDefaults, fileExists } = visible;
  for (let j = 0; j < lenders; j++) {
    const at = j * lenderStride;
    const b = j * featureCount;
    const b0 = cards[b];
    const b2 = cards[b + featureAt.capital];
    const b3 = cards[b + featureAt.collateral] * collateralUnit;
    const b4 = cards[b + featureAt.ownRepaid];
    const b5 = cards[b + featureAt.ownDefault];
    const b6 = cards[b + featureAt.sharedRepaid];
    const b7 = cards[b + featureAt.sharedDefault];
    const b8 = cards[b + featureAt.sharedDefaults];
    const b9 = cards[b + featureAt.fileExists];
    const b12 = cards[b + featureAt.score] * scoreReader[j];
    for (let r = 0; r < n; r++) {
      const c = at + r;
      const defaults = sharedDefaults[c];
      out[c] =
        b0 +
        b2 * capital[r] +
        b3 * collateral[r] +
        b4 * log1pCount[ownRepaid[c]] +
        b5 * Number(ownDefaults[c] > 0) +
        b6 * log1pCount[sharedRepaid[c]] +
        b7 * Number(defaults > 0) +
        b8 * ((defaults < mostSharedDefaults ? defaults : mostSharedDefaults) / 2) +
        b9 * fileExists[c] +
        b12 * score[r];
    }
  }
}
