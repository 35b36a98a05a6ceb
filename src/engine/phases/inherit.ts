import { Access, mostTiers, type Rules } from '../../institutions/institution.ts';
import { lenderColumns } from '../../institutions/lender-columns.ts';
import { filingOf, type Filing, type Sharing, type Tier } from '../files/join.ts';
import { keptAfter, type FurnishersChange } from '../files/kept.ts';
import type { Lender, Phase } from '../setup.ts';

/**
 * The sharing of a phase, with what stands on file of the time before it. A tier goes on with the files of the tier before
 * it that has its name, as does the one tier of an institution that takes the place of another's one; the files of other
 * tiers are new.
 *
 * @param past the sharings of all phases before, the last one in force until now
 * @param rules those of the new phase
 */
export function inherited(
  lenders: readonly Lender[],
  past: readonly Sharing[],
  after: Sharing,
  rules: Rules,
  { from, backfill = 0, leavers }: Phase,
): Sharing {
  const before = past[past.length - 1];
  const change = { from, backfill, fades: leavers === 'fade' };
  const all = [rules, ...(rules.beside ?? [])];
  const isAlone = before.tiers.length === 1 && after.tiers.length === 1;
  const used = past.flatMap(({ tiers }) => tiers.map(({ file }) => file));
  let next = Math.max(...used) + 1;
  const tiers = after.tiers.map((tier, k): Tier => {
    const old = before.tiers.find(({ name }) => isAlone || name === tier.name);
    const none = new Uint8Array(after.n);
    const files: FurnishersChange = {
      ...change,
      before: old?.contributing ?? none,
      after: tier.contributing,
    };
    const kept = keptAfter(files, old?.kept, (old ?? tier).records);
    return {
      ...tier,
      file: old?.file ?? next++,
      luck: old?.luck ?? tier.luck,
      kept,
      reads: withLeavers(lenders, tier, all[k], (q) => kept.until[q] <= from),
    };
  });
  const feeding: FurnishersChange = {
    ...{ ...change, fades: false },
    before: before.ecosystem,
    after: after.ecosystem,
  };
  return {
    ...after,
    tiers: apart(tiers, before.tiers),
    scoreFile: tiers[after.scoreTier]?.file ?? -1,
    fed: keptAfter(feeding, before.fed, before.scoreRecords),
  };
}

/** Tiers that go on keep their draws of errors; a new one that has the same takes the next that is free. */
function apart(tiers: readonly Tier[], before: readonly Tier[]): readonly Tier[] {
  const goesOn = ({ file }: Tier) => before.some((old) => old.file === file);
  const luck = tiers.map((tier) => tier.luck.slice());
  const n = luck[0].length;
  for (let q = 0; q < n; q++) {
    const taken = new Set(tiers.flatMap((tier, k) => (goesOn(tier) ? [luck[k][q]] : [])));
    tiers.forEach((tier, k) => {
      if (goesOn(tier)) return;
      while (taken.has(luck[k][q])) luck[k][q] = (luck[k][q] + 1) % mostTiers;
      taken.add(luck[k][q]);
    });
  }
  return tiers.map((tier, k) => ({ ...tier, luck: luck[k] }));
}

/** What is read: also the closed loans on file of lenders that have left, as if they still contributed. */
function withLeavers(
  lenders: readonly Lender[],
  { contributing, level }: Tier,
  rules: Rules,
  hasLeft: (lender: number) => boolean,
): Uint8Array {
  const n = contributing.length;
  const reads = level.slice();
  for (let q = 0; q < n; q++) {
    if (!hasLeft(q)) continue;
    const still = contributing.slice();
    still[q] = 1;
    const out = {
      level: new Uint8Array(n * n),
      fee: new Float64Array(n),
      score: new Uint8Array(n),
    };
    rules.access(lenderColumns(lenders), still, out);
    for (let j = 0; j < n; j++) {
      if (j === q) continue;
      const access = out.level[j * n + q];
      // It furnishes no open loans any more.
      reads[j * n + q] = access === Access.full ? Access['full-without-balances'] : access;
    }
  }
  return reads;
}

/**
 * How records come to all files of a market in each phase. A lender that will furnish loans which ended before it begins does
 * so by the rules under which it begins.
 */
export function withFiling(phases: readonly Sharing[]): readonly Sharing[] {
  if (phases.length === 1) return phases;
  const all = phases.flatMap(({ tiers }) => tiers);
  const files = Math.max(...all.map(({ file }) => file)) + 1;
  const lots = Math.max(...all.flatMap(({ luck }) => [...luck])) + 1;
  return phases.map((sharing, k) => {
    const coming = phases.slice(k).flatMap(({ tiers }) => tiers);
    const filing = Array.from({ length: files }, (_, file): Filing => {
      const mine = coming.filter((tier) => tier.file === file);
      const last = mine[0] ?? all.find((tier) => tier.file === file) ?? all[0];
      const tiers = Array.from({ length: sharing.n }, (__, q) =>
        filingOf(mine.find(({ contributing }) => contributing[q] === 1) ?? last),
      );
      return {
        luck: Uint8Array.from(tiers, ({ luck }, q) => luck[q]),
        rules: tiers.map(({ rules }, q) => rules[q]),
      };
    });
    return { ...sharing, filing, lots: Math.max(lots, sharing.lots) };
  });
}
