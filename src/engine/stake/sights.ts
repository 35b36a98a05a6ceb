import { Access, type RecordRules } from '../../institutions/institution.ts';
import { discounts } from './discount.ts';

/**
 * What lender q would see of a loan of lender o once it has ended: bits, 0 = nothing. It is o itself; it sees a default;
 * it sees a repaid loan, which makes a file; a score that it reads tells of a default; a default makes a file.
 */
export const View = { own: 1, negative: 2, full: 4, score: 8, file: 16 } as const;

/** Who shares with whom, as far as the stake needs it (files/join.ts). */
export interface StakeSharing {
  readonly scoreReader: Uint8Array;
  readonly ecosystem: Uint8Array;
  readonly perks: Float64Array;
  readonly scoreTier: number;
  readonly tiers: readonly {
    readonly contributing: Uint8Array;
    readonly luck: Uint8Array;
    readonly level: Uint8Array;
    readonly records: RecordRules;
    readonly errors: { readonly missedDefault: number };
  }[];
}

/**
 * One way in which a default on a loan of a lender may stand with the tiers that it is told to: those that show it, the
 * others having missed it or keeping it no longer. Ways in which the same readers see the same are one.
 */
export interface Sight {
  /** `View` of each lender. Shape (lenders). */
  readonly view: Uint8Array;
  /** Least size of which a repaid loan, or a default, is seen. Shape (lenders) each. */
  readonly repaidFrom: Float64Array;
  readonly defaultFrom: Float64Array;
  /** Σ δ^s times the chance that it stands so s quarters after the loan has ended. */
  readonly weight: number;
}

/** Quarters in which the same tiers still keep a default, counted from the end of the loan. */
interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly tiers: readonly number[];
}

/** The sights of each lender's defaults, at least one each. */
export function sightsOf(sharing: StakeSharing, n: number, patience: number): readonly Sight[][] {
  return Array.from({ length: n }, (_, o) => {
    const told = toldTo(sharing, o);
    const known = new Map<string, Sight>();
    for (const { first, last, tiers } of stretches(sharing, told)) {
      for (const [shown, chance] of outcomes(sharing, tiers)) {
        const sight = sightOf(sharing, n, o, shown);
        const { view, repaidFrom, defaultFrom } = sight;
        const key = JSON.stringify([view, repaidFrom, defaultFrom].map(String));
        const weight = (known.get(key)?.weight ?? 0) + chance * discounts(patience, first, last);
        known.set(key, { ...sight, weight });
      }
    }
    const all = [...known.values()];
    const felt = all.length > 1 ? all.filter(({ weight }) => weight > 0) : all;
    return felt.length > 0 ? felt : [sightOf(sharing, n, o, told)];
  });
}

/**
 * How surely a default of each lender is still seen, by age since the loan's end: 1 where all tiers show it that ever do.
 *
 * @param ages at [o · (ages + 1) + age]
 */
export function profilesOf(sharing: StakeSharing, n: number, ages: number): Float64Array {
  const profile = new Float64Array(n * (ages + 1));
  for (let o = 0; o < n; o++) {
    const told = toldTo(sharing, o);
    const most = seenBySome(sharing, told);
    for (const { first, last, tiers } of stretches(sharing, told)) {
      const seen = most > 0 ? seenBySome(sharing, tiers) / most : 1;
      for (let age = first; age <= Math.min(last, ages); age++) {
        profile[o * (ages + 1) + age] = seen;
      }
    }
  }
  return profile;
}

/** Σ δ^s times how surely a default of each lender is seen s quarters after the loan's end. */
export function profileWeights(sharing: StakeSharing, n: number, patience: number): Float64Array {
  return Float64Array.from({ length: n }, (_, o) => {
    const told = toldTo(sharing, o);
    const most = seenBySome(sharing, told);
    let weight = 0;
    for (const { first, last, tiers } of stretches(sharing, told)) {
      const seen = most > 0 ? seenBySome(sharing, tiers) / most : 1;
      weight += seen * discounts(patience, first, last);
    }
    return weight;
  });
}

/** Tiers through which somebody is told of lender o's loans, by records or through the score. */
function toldTo(sharing: StakeSharing, o: number): readonly number[] {
  const { tiers, ecosystem, scoreReader, scoreTier } = sharing;
  const n = ecosystem.length;
  return tiers.flatMap(({ level }, k) => {
    const scored = k === scoreTier && ecosystem[o] === 1 && scoreReader.includes(1);
    const isRead = level.some((access, at) => at % n === o && access !== Access.none);
    return scored || isRead ? [k] : [];
  });
}

/** The quarters after the loan's end, cut where a tier begins or ceases to show a default. */
function stretches({ tiers }: StakeSharing, told: readonly number[]): readonly Stretch[] {
  const windows = told.map((k) => {
    const { lag, retentionNegative } = tiers[k].records;
    return { k, first: 1 + lag, last: lag + retentionNegative };
  });
  const kept = windows.filter(({ first, last }) => last >= first);
  const cuts = [...new Set(kept.flatMap(({ first, last }) => [first, last + 1]))];
  cuts.sort((a, b) => a - b);
  return cuts.slice(0, -1).map((first, i) => ({
    first,
    last: cuts[i + 1] - 1,
    tiers: kept.filter((one) => one.first <= first && first <= one.last).map(({ k }) => k),
  }));
}

/** Which of these tiers have the default on file, and how likely: each misses it or not, by itself. Never none of them. */
function outcomes(
  { tiers }: StakeSharing,
  keeping: readonly number[],
): readonly (readonly [readonly number[], number])[] {
  let all: readonly (readonly [readonly number[], number])[] = [[[], 1]];
  for (const k of keeping) {
    const { missedDefault } = tiers[k].errors;
    all = all.flatMap(([shown, chance]) => [
      [[...shown, k], chance * (1 - missedDefault)] as const,
      [shown, chance * missedDefault] as const,
    ]);
  }
  return all.filter(([shown]) => shown.length > 0);
}

/** Chance that some of these tiers has the default on file. */
function seenBySome(sharing: StakeSharing, keeping: readonly number[]): number {
  let none = 1;
  for (const k of keeping) none *= sharing.tiers[k].errors.missedDefault;
  return keeping.length > 0 ? 1 - none : 0;
}

/** Who sees what of lender o's loans if these tiers show a default; loans repaid are seen in all. */
function sightOf(
  sharing: StakeSharing,
  n: number,
  o: number,
  shown: readonly number[],
): Omit<Sight, 'weight'> & { readonly weight: 0 } {
  const { tiers, scoreReader, ecosystem, scoreTier } = sharing;
  const view = new Uint8Array(n);
  const repaidFrom = new Float64Array(n).fill(Infinity);
  const defaultFrom = new Float64Array(n).fill(Infinity);
  for (let q = 0; q < n; q++) {
    if (q === o) view[q] |= View.own;
    // Where defaults are kept for no quarter, neither files nor the score ever show one.
    const told = scoreReader[q] === 1 && ecosystem[o] === 1 && keepsDefaults(sharing, scoreTier);
    if (told && (q === o || shown.includes(scoreTier))) view[q] |= View.score;
    if (q === o) continue;
    let inFull = false;
    for (const [k, { level, records }] of tiers.entries()) {
      const access = level[q * n + o];
      if (access === Access.none) continue;
      const isFull = access !== Access.negative;
      inFull ||= isFull;
      if (isFull && records.retentionPositive > 0) {
        view[q] |= View.full;
        repaidFrom[q] = Math.min(repaidFrom[q], records.threshold);
      }
      if (!shown.includes(k) || records.retentionNegative === 0) continue;
      view[q] |= View.negative;
      defaultFrom[q] = Math.min(defaultFrom[q], records.threshold);
    }
    // A lender that reads another in full has a file of all that any tier shows of it.
    if (inFull && (view[q] & View.negative) !== 0) view[q] |= View.file;
  }
  return { view, repaidFrom, defaultFrom, weight: 0 };
}

function keepsDefaults({ tiers }: StakeSharing, tier: number): boolean {
  return tier >= 0 && tiers[tier].records.retentionNegative > 0;
}
