import { firstBench, town, type Bench, type Settings, type Town } from '../model/town.ts';

/** Two towns of the lab's own economy. */
export const pair = (a: Town, b: Town, set: Settings = {}): Bench => ({ ...firstBench, set, a, b });

/** Full files that remember for so many quarters. */
export const remembering = (quarters: number): Town =>
  town('full-sharing', { with: { retentionNegative: quarters, retentionPositive: quarters } });

/** A score of footprints and no files, open to every lender. */
export const scoring = (authenticity: number, weights: Settings = {}): Town =>
  town('sesame', { with: { authenticity, shareLoans: false, banksRead: true, ...weights } });
