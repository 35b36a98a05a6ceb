import { lenderStride, maxRows } from '../columns/shape.ts';
import { visible } from '../columns/visible.ts';
import { pricing } from '../lenders/break-even-columns.ts';
import { featureAt, featureCount } from '../lenders/features.ts';
import { defaultsStep, repaidStep } from './file-steps.ts';
import { View, type Sight } from './sights.ts';

/** Log-odds once the loan stands as a default in the files that the lender at work reads; by place, as in `pricing`. */
export const afterDefault = new Float64Array(maxRows);

/**
 * What this loan, once it has ended, does to lender q's log-odds: on entry `pricing.logOdds` are those of today's files, on
 * return those of L⁰, with the loan on file as repaid, and `afterDefault` those with a default in its place
 * (file-steps.ts is the plain reference).
 *
 * @param view what q sees of the loan's lender (`View`)
 * @param asks places in `rows` of those who would ask q; n of them
 */
export function imagineFiles(
  cards: Float64Array,
  q: number,
  view: number,
  sight: Sight,
  rows: Int32Array,
  asks: Int32Array,
  n: number,
): void {
  if ((view & View.own) !== 0) imagineOwn(cards, q, view, rows, asks, n);
  else imagineShared(cards, q, view, sight, rows, asks, n);
}

/** Q is the loan's lender. */
function imagineOwn(
  cards: Float64Array,
  q: number,
  view: number,
  rows: Int32Array,
  asks: Int32Array,
  n: number,
): void {
  const { ownRepaid, ownDefaults, scoreDrop } = visible;
  const { logOdds } = pricing;
  const b = q * featureCount;
  const perRepaid = cards[b + featureAt.ownRepaid];
  const perDefault = cards[b + featureAt.ownDefault];
  const perScore = view & View.score ? cards[b + featureAt.score] : 0;
  const reports = q * lenderStride;
  for (let a = 0; a < n; a++) {
    const r = rows[asks[a]];
    const today = logOdds[a];
    logOdds[a] = today + perRepaid * repaidStep[ownRepaid[reports + r]];
    afterDefault[a] =
      today + perDefault * Number(ownDefaults[reports + r] === 0) + perScore * scoreDrop[r];
  }
}

/** Q reads what the loan's lender shares, or a score that its loans feed. */
function imagineShared(
  cards: Float64Array,
  q: number,
  view: number,
  sight: Sight,
  rows: Int32Array,
  asks: Int32Array,
  n: number,
): void {
  const { size, sharedRepaid, sharedDefaults, fileExists, scoreDrop } = visible;
  const { logOdds } = pricing;
  const b = q * featureCount;
  const perRepaid = view & View.full ? cards[b + featureAt.sharedRepaid] : 0;
  const perFile = view & View.full ? cards[b + featureAt.fileExists] : 0;
  const perFileOfDefault = view & View.file ? cards[b + featureAt.fileExists] : 0;
  const perDefault = view & View.negative ? cards[b + featureAt.sharedDefault] : 0;
  const perDefaults = view & View.negative ? cards[b + featureAt.sharedDefaults] : 0;
  const perScore = view & View.score ? cards[b + featureAt.score] : 0;
  const repaidFrom = sight.repaidFrom[q];
  const defaultFrom = sight.defaultFrom[q];
  const reports = q * lenderStride;
  for (let a = 0; a < n; a++) {
    const r = rows[asks[a]];
    const file = reports + r;
    const isRepaid = Number(size[r] >= repaidFrom);
    const isDefault = Number(size[r] >= defaultFrom);
    const today = logOdds[a];
    const without = 1 - fileExists[file];
    const defaults = sharedDefaults[file];
    const onFile = perDefault * Number(defaults === 0) + perDefaults * defaultsStep(defaults);
    const repaid = isRepaid * perRepaid * repaidStep[sharedRepaid[file]];
    const good = today + isRepaid * without * perFile + repaid;
    logOdds[a] = good;
    // Where no tier shows the default, the loan goes on standing as repaid in those that show loans repaid.
    const instead = isDefault * today + (1 - isDefault) * good;
    const filed = isDefault * without;
    afterDefault[a] =
      instead + filed * perFileOfDefault + isDefault * onFile + perScore * scoreDrop[r];
  }
}
