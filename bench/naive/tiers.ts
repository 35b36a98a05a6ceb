import type { Institution } from './institution.ts';
import type { Tier } from './tier.ts';

/** Institutions beside each other as one; at most one of them keeps a score. */
export function beside(parts: readonly Institution[]): Institution {
  const lenders = parts[0].contributes.map((_, j) => j);
  const sum = (of: (part: Institution) => readonly number[]) =>
    lenders.map((j) => parts.reduce((all, part) => all + of(part)[j], 0));
  const some = (of: (part: Institution) => readonly boolean[]) =>
    lenders.map((j) => parts.some((part) => of(part)[j]));
  const own = parts.flatMap(({ tiers }) => tiers);
  return {
    id: parts.map(({ id }) => id).join(' + '),
    contributes: some((part) => part.contributes),
    readsScore: some((part) => part.readsScore),
    feedsScore: some((part) => part.feedsScore),
    open: some((part) => part.open),
    fee: sum((part) => part.fee),
    cost: sum((part) => part.cost),
    leaks: sum((part) => part.leaks),
    perks: sum((part) => part.perks),
    tiers: own.map((tier, k) => ({
      ...tier,
      draw: lenders.map((q) => own.slice(0, k).filter(({ barred }) => !barred[q]).length),
    })),
    scoreTier: parts.findIndex(({ readsScore }) => readsScore.some(Boolean)),
  };
}

/** Quarters after a loan's end in which anything may stand: lag and retention together are at most so many. */
export const longestReach = 31;

/** Whether a tier keeps defaults n quarters after a loan's end. */
export const keepsDefaults = ({ lag, retentionNegative }: Tier, n: number) =>
  n > lag && n <= lag + retentionNegative;

/** Whether anybody sees loans of lender q through a tier: by a report, or by the score, if they feed it. */
export function isSeen(institution: Institution, k: number, q: number): boolean {
  const { tiers, scoreTier, feedsScore } = institution;
  return tiers[k].access.some((row) => row[q] !== 'none') || (k === scoreTier && feedsScore[q]);
}

/** Chance that a default stands with exactly these tiers of those that keep it. */
export function chanceOf(
  tiers: readonly Tier[],
  keeping: readonly number[],
  standing: readonly number[],
): number {
  return keeping.reduce((chance, k) => {
    const { missedDefault } = tiers[k];
    return chance * (standing.includes(k) ? 1 - missedDefault : missedDefault);
  }, 1);
}
