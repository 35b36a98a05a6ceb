import type { Institution } from './institution.ts';
import type { View } from './lender.ts';
import { balance, type Loan } from './loan.ts';
import { purposes, type Luck } from './luck.ts';
import type { Lender } from './parameters.ts';

/** One bit and its quarter: how a loan ended, or stands as having ended. */
interface Entry {
  readonly quarter: number;
  readonly defaulted: boolean;
}

/** What one lender knows of one borrower, and what it tells others. */
export interface LenderFile {
  readonly truth: Entry[];
  /** As readers of the same kind see it, and of another kind. */
  readonly shared: Entry[];
  readonly crossed: Entry[];
}

export const emptyFile = (): LenderFile => ({ truth: [], shared: [], crossed: [] });

export const copyFile = ({ truth, shared, crossed }: LenderFile): LenderFile => ({
  truth: [...truth],
  shared: [...shared],
  crossed: [...crossed],
});

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
  if (!institution.contributes[loan.lender] || loan.size < institution.threshold) return;
  const u = luck.uniform(number, t, purposes.recordError + loan.lender);
  const wrong = u < (defaulted ? institution.missedDefault : institution.falseDefault);
  furnish(file, wrong ? !defaulted : defaulted, loan, t, number, institution, luck);
}

/** Puts an entry on the shared copy, and on the crossed one, where another standard may turn it round. */
export function furnish(
  file: LenderFile,
  stands: boolean,
  loan: Loan,
  t: number,
  number: number,
  institution: Institution,
  luck: Luck,
): void {
  const u = luck.uniform(number, t, purposes.standardsGap + loan.lender);
  file.shared.push({ quarter: t, defaulted: stands });
  const turned = u < institution.standardsGap;
  file.crossed.push({ quarter: t, defaulted: turned ? !stands : stands });
}

/** Entries in the shared windows of quarter t. */
function inWindows(entries: readonly Entry[], t: number, institution: Institution): Entry[] {
  const { lag, retentionNegative, retentionPositive } = institution;
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
  const entries = files.flatMap((file, j) =>
    institution.feedsScore[j] ? inWindows(file.truth, t, institution) : [],
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
    const level = institution.access[j][q];
    if (level === 'none') return;
    const copy = lender.kind === lenders[j].kind ? files[q].shared : files[q].crossed;
    const entries = inWindows(copy, t, institution);
    const defaults = entries.filter((entry) => entry.defaulted).length;
    sharedDefaults += defaults;
    if (level === 'negative') return;
    sharedRepaid += entries.length - defaults;
    if (entries.length > 0) fileExists = true;
    if (level === 'full-without-balances') return;
    for (const loan of loans) {
      if (loan.lender !== q || loan.size < institution.threshold) continue;
      if (t < loan.signed + 1 + institution.lag) continue;
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
