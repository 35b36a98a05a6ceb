import type { Lender } from './parameters.ts';
import { rulesOf, type InstitutionOptions, type Rules } from './rules.ts';
import type { Level, Tier } from './tier.ts';

/** An institution in one market: everything by number of lender. */
export interface Institution {
  readonly id: string;
  readonly contributes: readonly boolean[];
  readonly readsScore: readonly boolean[];
  readonly feedsScore: readonly boolean[];
  readonly open: readonly boolean[];
  /** Paid by each lender for a loan that it signs, and spent by the institution on it. */
  readonly fee: readonly number[];
  readonly cost: readonly number[];
  /** Lost by its borrower for each loan of a lender, since its record may leak. */
  readonly leaks: readonly number[];
  readonly perks: readonly number[];
  /** One, or several that stand beside each other. */
  readonly tiers: readonly Tier[];
  /** Place of the tier that keeps the score; −1 without one. */
  readonly scoreTier: number;
}

export function createInstitution(
  id: string,
  lenders: readonly Lender[],
  options: InstitutionOptions = {},
): Institution {
  const rules = rulesOf(id, options);
  const contributes = whoContributes(rules, lenders, options.participation);
  const access = lenders.map((reader, j) =>
    lenders.map((contributor, q): Level => {
      if (j === q || !contributes[q] || (rules.reciprocal && !contributes[j])) return 'none';
      const level = rules.level(reader.kind, contributor.kind, j, q);
      return level === 'full' && options.withoutBalances ? 'full-without-balances' : level;
    }),
  );
  const readsScore = lenders.map(({ kind }) => rules.readsScore(kind));
  const feedsScore = lenders.map(({ kind }) => rules.feedsScore(kind));
  const open = access.map((row, j) => readsScore[j] || row.some((level) => level !== 'none'));
  const fee = options.fee ?? rules.fee;
  const perks = options.perks ?? 0;
  const retentionNegative = options.retentionNegative ?? rules.retentionNegative;
  const retentionPositive = options.retentionPositive ?? rules.retentionPositive;
  const quarters = Math.max(retentionNegative, retentionPositive);
  const { leakChance = 0, leakLoss = 0 } = options;
  const leaks = contributes.map((one, q) => {
    const holders = 1 + access.filter((row) => row[q] !== 'none').length;
    return one ? leakLoss * (1 - (1 - leakChance) ** (holders * quarters)) : 0;
  });
  return {
    id,
    contributes,
    readsScore,
    feedsScore,
    open,
    fee: open.map((one) => (one ? fee : 0)),
    cost: open.map((one) => (one ? (options.costPerReport ?? 0) : 0)),
    leaks,
    perks: contributes.map((one, j) => (one || feedsScore[j] ? perks : 0)),
    tiers: [
      {
        ...{ contributes, access },
        barred: lenders.map(({ kind }) => rules.joining(kind) === 'barred'),
        draw: lenders.map(() => 0),
        retentionNegative,
        retentionPositive,
        lag: options.lag ?? 0,
        threshold: options.threshold ?? 0,
        falseDefault: options.falseDefault ?? rules.falseDefault,
        missedDefault: options.missedDefault ?? rules.missedDefault,
        standardsGap: options.standardsGap ?? rules.standardsGap,
      },
    ],
    scoreTier: readsScore.some(Boolean) ? 0 : -1,
  };
}

/** Who must, does; of those who may, all, those named, or a share of them, the largest first. */
function whoContributes(
  rules: Rules,
  lenders: readonly Lender[],
  participation: number | readonly string[] = 1,
): boolean[] {
  const joining = lenders.map(({ kind }) => rules.joining(kind));
  const free = lenders.map((_, j) => j).filter((j) => joining[j] === 'may');
  free.sort((a, b) => lenders[b].share - lenders[a].share || a - b);
  const chosen =
    typeof participation === 'number'
      ? free.slice(0, Math.floor(participation * free.length + 0.5))
      : free.filter((j) => participation.includes(lenders[j].id));
  return joining.map((one, j) => one === 'must' || chosen.includes(j));
}

export const anythingOpen = ({ open }: Institution) => open.some(Boolean);
