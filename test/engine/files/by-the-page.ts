import type { Tier } from '../../../src/engine/files/join.ts';
import type { Lender, SeedKey } from '../../../src/engine/setup.ts';
import { Access } from '../../../src/institutions/institution.ts';
import { deriveKey, word } from '../../../src/random/draws.ts';
import { recordErrorOf, standardsGapOf } from '../../../src/random/purposes.ts';

/** Files and reports by the words of docs/model.md: loans are events, and every reader looks through all of them. */

export const kinds = ['bank', 'bank', 'bank', 'consumer-finance', 'internet', 'internet'] as const;
export const lenders: Lender[] = kinds.map((kind, j) => ({
  id: `lender-${j}`,
  kind,
  share: [0.25, 0.2, 0.15, 0.12, 0.16, 0.12][j],
  funding: 0.01,
  operating: 0.041,
  recovery: 0.8,
}));

export const seed: SeedKey = [11, 12];

export function numbers(state: number) {
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function uniform(person: number, quarter: number, purpose: number): number {
  const key = new Int32Array(4);
  deriveKey(key, seed, 0, quarter, purpose);
  return ((word(person, key[0], key[1], key[2]) >>> 0) + 0.5) / 2 ** 32;
}

/** A loan as an event: what the page's rules are about. */
export interface Loan {
  readonly slot: number;
  readonly q: number;
  readonly size: number;
  readonly signed: number;
  readonly place: number;
  ended: number;
  bad: boolean;
  balance: number;
}

/** What one tier shows reader j of a loan that is not its own. */
function shown(
  { records, errors, level, contributing, luck }: Tier,
  loan: Loan,
  j: number,
  t: number,
) {
  const { lag, retentionNegative, retentionPositive, threshold } = records;
  const access = level[j * kinds.length + loan.q];
  const nothing = { bad: false, good: false, open: false };
  if (access === Access.none || !contributing[loan.q] || loan.size < threshold) return nothing;
  const full = access !== Access.negative;
  if (loan.ended < 0 || loan.ended >= t) {
    return { ...nothing, open: access === Access.full && t >= loan.signed + 1 + lag };
  }
  const person = loan.slot & 4095;
  const u = uniform(person, loan.ended, recordErrorOf(luck[loan.q]) + loan.q);
  let bad = loan.bad ? u >= errors.missedDefault : u < errors.falseDefault;
  const gap =
    uniform(person, loan.ended, standardsGapOf(luck[loan.q]) + loan.q) < errors.standardsGap;
  if (kinds[j] !== kinds[loan.q] && gap) bad = !bad;
  const old = t - loan.ended;
  const since = old >= 1 + lag;
  return {
    bad: bad && since && old <= lag + retentionNegative,
    good: !bad && full && since && old <= lag + retentionPositive,
    open: false,
  };
}

/** What reader j finds about a slot in quarter t, by the page's words. */
export function found(
  tiers: readonly Tier[],
  loans: readonly Loan[],
  j: number,
  slot: number,
  t: number,
) {
  const report = {
    ownRepaid: 0,
    ownDefaults: 0,
    repaid: 0,
    defaults: 0,
    file: 0,
    balances: 0,
    open: 0,
    inSeveral: 0,
  };
  for (const loan of loans) {
    if (loan.slot !== slot) continue;
    const closed = loan.ended >= 0 && loan.ended < t;
    if (loan.q === j) {
      if (!closed || loan.ended < t - 31) continue;
      if (loan.bad) report.ownDefaults++;
      else report.ownRepaid++;
      continue;
    }
    const told = tiers.map((tier) => shown(tier, loan, j, t));
    const bad = told.some((one) => one.bad);
    const good = told.some((one) => one.good);
    if (bad) report.defaults++;
    else if (good) report.repaid++;
    // Whoever reads a lender in full in some tier has a file of what any tier shows of it.
    const inFull = tiers.some(
      ({ level, contributing }) =>
        contributing[loan.q] === 1 && level[j * kinds.length + loan.q] > Access.negative,
    );
    if (inFull && (bad || good)) report.file = 1;
    report.inSeveral += Number(told.filter((one) => one.bad || one.good).length > 1);
    if (told.some(({ open }) => open)) {
      report.file = 1;
      report.balances += loan.balance;
      report.open++;
    }
  }
  return report;
}
