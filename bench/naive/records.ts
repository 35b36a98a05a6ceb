import type { Institution } from './institution.ts';
import type { Tier } from './tier.ts';
import type { View } from './lender.ts';
import { balance, type Loan } from './loan.ts';
import { purposes, type Luck } from './luck.ts';
import type { Lender } from './parameters.ts';

/** One bit and its quarter: how a loan ended, or stands as having ended. */
interface Entry {
  readonly quarter: number;
  readonly defaulted: boolean;
}

/** What a tier holds of one lender's loans: as readers of the same kind see it, and of another kind. */
interface Copy {
  readonly shared: Entry[];
  readonly crossed: Entry[];
}

/** What one lender knows of one borrower, and what it tells others, by tier. */
export interface LenderFile {
  readonly truth: Entry[];
  readonly copies: readonly Copy[];
}

export const emptyFile = ({ tiers }: Institution): LenderFile => ({
  truth: [],
  copies: tiers.map(() => ({ shared: [], crossed: [] })),
});

export const copyFile = ({ truth, copies }: LenderFile): LenderFile => ({
  truth: [...truth],
  copies: copies.map(({ shared, crossed }) => ({ shared: [...shared], crossed: [...crossed] })),
});

/** The file without what ended in quarter t. */
export function without({ truth, copies }: LenderFile, t: number): LenderFile {
  const others = (entries: readonly Entry[]) => entries.filter(({ quarter }) => quarter !== t);
  return {
    truth: others(truth),
    copies: copies.map(({ shared, crossed }) => ({
      shared: others(shared),
      crossed: others(crossed),
    })),
  };
}

/** Step 10: writes down how a loan of borrower `number` ended in quarter t, with the errors of furnishing. */
export function writeRecord(
  file: LenderFile,
  loan: Loan,
  defaulted: boolean,
  t: number,
  number: number,
  institution: Institution,
  luck: Luck,
): void {
  file.truth.push({ quarter: t, defaulted });
  institution.tiers.forEach((tier, k) => {
    if (!tier.contributes[loan.lender] || loan.size < tier.threshold) return;
    const u = luck.uniform(number, t, recordError(tier.draw[loan.lender]) + loan.lender);
    const wrong = u < (defaulted ? tier.missedDefault : tier.falseDefault);
    furnish(file.copies[k], wrong ? !defaulted : defaulted, loan, t, number, tier, luck);
  });
}

/** First numbers of the draws of a lender's tier m. */
const recordError = (m: number) =>
  m === 0 ? purposes.recordError : purposes.moreErrors + 128 * (m - 1);
const standardsGap = (m: number) =>
  m === 0 ? purposes.standardsGap : purposes.moreErrors + 64 + 128 * (m - 1);

/** Puts an entry on the shared copy of a tier, and on the crossed one, where another standard may turn it round. */
export function furnish(
  copy: Copy,
  stands: boolean,
  loan: Loan,
  t: number,
  number: number,
  tier: Tier,
  luck: Luck,
): void {
  const u = luck.uniform(number, t, standardsGap(tier.draw[loan.lender]) + loan.lender);
  copy.shared.push({ quarter: t, defaulted: stands });
  const turned = u < tier.standardsGap;
  copy.crossed.push({ quarter: t, defaulted: turned ? !stands : stands });
}

/** Entries in the shared windows of quarter t. */
function inWindows(entries: readonly Entry[], t: number, tier: Tier): Entry[] {
  const { lag, retentionNegative, retentionPositive } = tier;
  return entries.filter(({ quarter, defaulted }) => {
    const retention = defaulted ? retentionNegative : retentionPositive;
    return quarter >= t - (lag + retention) && quarter <= t - (1 + lag);
  });
}

/** True records that feed the score, in the shared windows: repaid and defaults. */
export function scoredRecords(
  files: readonly LenderFile[],
  t: number,
  institution: Institution,
): { repaid: number; defaults: number } {
  const keeper = institution.tiers[institution.scoreTier];
  const entries = files.flatMap((file, j) =>
    keeper && institution.feedsScore[j] ? inWindows(file.truth, t, keeper) : [],
  );
  const defaults = entries.filter((entry) => entry.defaulted).length;
  return { repaid: entries.length - defaults, defaults };
}

/** What lender j finds at the start of quarter t (section 6.1), without the score. */
export function viewOf(
  j: number,
  files: readonly LenderFile[],
  loans: readonly Loan[],
  t: number,
  term: number,
  institution: Institution,
  lenders: readonly Lender[],
): View {
  const own = files[j].truth.filter(({ quarter }) => quarter >= t - 31 && quarter <= t - 1);
  let sharedRepaid = 0;
  let sharedDefaults = 0;
  let openSeen = 0;
  let balances = 0;
  let fileExists = false;
  lenders.forEach((lender, q) => {
    const isSame = lender.kind === lenders[j].kind;
    const read = institution.tiers.filter(({ access }) => access[j][q] !== 'none');
    const inFull = read.filter(({ access }) => access[j][q] !== 'negative');
    // A lender has one loan of a borrower at a time, so that the quarter of its end names it.
    const defaults = new Set<number>();
    const repaid = new Set<number>();
    institution.tiers.forEach((tier, k) => {
      if (!read.includes(tier)) return;
      const { shared, crossed } = files[q].copies[k];
      for (const entry of inWindows(isSame ? shared : crossed, t, tier)) {
        if (entry.defaulted) defaults.add(entry.quarter);
        else if (inFull.includes(tier)) repaid.add(entry.quarter);
      }
    });
    sharedDefaults += defaults.size;
    sharedRepaid += [...repaid].filter((quarter) => !defaults.has(quarter)).length;
    if (inFull.length > 0 && defaults.size + repaid.size > 0) fileExists = true;
    for (const loan of loans) {
      const holds = ({ access, lag, threshold }: Tier) =>
        access[j][q] === 'full' && loan.size >= threshold && t >= loan.signed + 1 + lag;
      if (loan.lender !== q || !inFull.some(holds)) continue;
      openSeen += 1;
      balances += balance(loan.instalment, loan.rate, term - (t - loan.signed));
      fileExists = true;
    }
  });
  return {
    ownRepaid: own.filter((entry) => !entry.defaulted).length,
    ownDefault: own.some((entry) => entry.defaulted),
    sharedRepaid,
    sharedDefaults,
    fileExists,
    openSeen,
    balances,
    score: undefined,
  };
}

/** Nothing known before this quarter: no own record, no shared one, no open loan. */
export const isThin = (view: View) =>
  view.ownRepaid === 0 &&
  !view.ownDefault &&
  view.sharedRepaid === 0 &&
  view.sharedDefaults === 0 &&
  view.openSeen === 0;
