import type { ChartInputs, Table } from '../../src/charts/chart.ts';
import { resultDictionary } from '../../src/measures/result-measures.ts';
import type { Row } from '../../src/measures/row.ts';
import { summarise } from '../../src/replicates/summary.ts';
import { table } from './fixture-numbers.ts';

const labels: Readonly<Record<string, string>> = {
  none: 'No sharing',
  sesame: 'Sesame Credit',
  'government-led': 'Government-led',
  dual: 'Dual',
  'association-led': 'Association-led',
  'market-led': 'Market-led',
  'negative-only': 'Negative data only',
  'full-sharing': 'Full sharing',
};

export const fixtureInstitutions = Object.keys(table).map((id) => ({
  id,
  label: labels[id] ?? id,
}));

export interface FixtureOptions {
  readonly institutions?: readonly { readonly id: string; readonly label: string }[];
  readonly replicates?: number;
  readonly title?: string;
  readonly tables?: Readonly<Record<string, Table>>;
  /** Institutions that make no loans: their default, APR and effort are NaN. */
  readonly loanless?: readonly string[];
}

/** Rows, summary and facts of an invented run. */
export function fixture(options: FixtureOptions = {}): ChartInputs {
  const {
    institutions = fixtureInstitutions,
    replicates = 20,
    title = 'FIXTURE: eight institutions',
    tables = {},
    loanless = [],
  } = options;
  const rows: Row[] = [];
  for (const [k, { id }] of institutions.entries()) {
    const keys = Object.keys(table);
    const base = table[id] ?? table[keys[k % keys.length] ?? ''] ?? {};
    const shift = table[id] ? 0 : 0.004 * (k + 1);
    for (let replicate = 0; replicate < replicates; replicate++)
      rows.push(...runRows(id, replicate, base, shift, loanless.includes(id)));
  }
  const reference = institutions[0]?.id ?? '';
  return {
    scenario: {
      id: 'fixture',
      title,
      seed: 'fixture-1',
      replicates,
      borrowers: 20000,
      quarters: 52,
      burnIn: 16,
      reference,
      institutions,
    },
    rows,
    summary: summarise(rows, reference, resultDictionary),
    tables,
  };
}

function runRows(
  institution: string,
  replicate: number,
  base: Readonly<Record<string, number>>,
  shift: number,
  loanless: boolean,
): Row[] {
  const value = (key: string) => (base[key] ?? NaN) + shift;
  const wobble = (scale: number, salt: number) =>
    scale * ((((replicate * 37 + salt * 53 + institution.length * 29) % 101) - 50) / 100);
  const onLoans = (x: number) => (loanless ? NaN : x);
  const willNot = value('default') * value('byChoice');
  const actual: Record<string, number> = {
    'approval-rate': loanless ? 0 : value('approval') + wobble(0.01, 1),
    'take-up-rate': onLoans(value('takeUp') + wobble(0.01, 2)),
    'default-rate': onLoans(value('default') + wobble(0.008, 3)),
    'cannot-pay-rate': onLoans(value('default') - willNot + shift + wobble(0.004, 4)),
    'will-not-pay-rate': onLoans(willNot + wobble(0.004, 5)),
    'will-not-pay-share': onLoans(value('byChoice') + wobble(0.02, 5)),
    apr: onLoans(value('apr') + wobble(0.01, 6)),
    'total-cost': onLoans(value('apr') * 0.64 + wobble(0.006, 6)),
    effort: onLoans(value('effort') + wobble(0.01, 7)),
    stake: onLoans(value('stake') + wobble(0.02, 8)),
    'stake-shared': onLoans(value('shared') + wobble(0.01, 8)),
    welfare: loanless ? 0 : value('welfare') + wobble(0.006, 9),
    'use-value': loanless ? 0 : value('welfare') + 0.7 + wobble(0.006, 9),
    'outside-forgone': loanless ? 0 : 0.007,
    resources: loanless ? 0 : 0.65 + 0.1 * (1 - value('approval')),
    funding: loanless ? 0 : -0.007,
    time: loanless ? 0 : 0.02,
    'stigma-loss': loanless ? 0 : value('default') / 6,
    'enforcement-loss': loanless ? 0 : willNot / 2,
    'collateral-loss': loanless ? 0 : 0.0008,
    'effort-cost': loanless ? 0 : value('effort') / 60,
    'perks-loss': 0,
    'institution-cost': 0,
    'misreporting-cost': 0,
    'safe-type-exclusion': loanless ? 1 : 0.5 - value('approval') / 2 + wobble(0.01, 12),
    coverage: value('approval') - 0.2,
    'thin-file-approval': loanless ? 0 : value('approval') - 0.4 + wobble(0.03, 20),
    'approval-drift': wobble(0.01, 21),
    'safe-share-applicants': 0.5 + wobble(0.01, 22),
    'safe-share-approved': onLoans(0.57 + wobble(0.01, 23)),
    'safe-share-takers': onLoans(0.56 + wobble(0.01, 24)),
  };
  for (const [k, lender] of ['bank-1', 'bank-2', 'consumer-finance', 'internet-1'].entries()) {
    actual[`lender-asked@${lender}`] = 0.25 + wobble(0.004, k);
    actual[`lender-loans@${lender}`] = onLoans(0.25 + 0.02 * (k - 1.5) + wobble(0.01, k + 2));
    actual[`lender-estimate@${lender}`] = onLoans(value('default') + 0.004 * (k - 1.5));
    actual[`lender-default@${lender}`] = onLoans(value('default') + wobble(0.01, k + 4));
    actual[`lender-apr@${lender}`] = onLoans(0.2 + 0.01 * k + wobble(0.01, k + 5));
    actual[`lender-loan-count@${lender}`] = 40 - 6 * k + wobble(0.6, k + 3);
    actual[`lender-return@${lender}`] = onLoans(0.02 + 0.003 * k + wobble(0.01, k + 6));
  }
  for (let instalment = 1; instalment <= 4; instalment++) {
    actual[`default-will-not-pay@instalment-${instalment}`] = onLoans((willNot * 0.6) / instalment);
    actual[`default-cannot-pay@instalment-${instalment}`] = onLoans(
      (value('default') - willNot) / 4 + wobble(0.002, instalment),
    );
  }
  for (const trait of ['character', 'capacity', 'capital', 'collateral', 'conditions'])
    for (let quintile = 1; quintile <= 5; quintile++)
      actual[`approval-${trait}-q${quintile}`] =
        value('approval') +
        (1 - value('approval')) * 0.15 * (quintile - 3) +
        wobble(0.01, quintile);
  const row = (
    measure: string,
    x: number,
    world = 'actual',
    quarter: number | null = null,
  ): Row => ({
    scenario: 'fixture',
    institution,
    world,
    replicate,
    quarter,
    measure,
    value: x,
  });
  const rows = Object.entries(actual).map(([measure, x]) => row(measure, x));
  const between: Record<string, number> = {
    'safe-types-left-out': value('safe') + wobble(0.01, 13),
    'contracting-hidden': value('high') + wobble(0.006, 14),
    'contracting-visible': value('low') + wobble(0.006, 15),
    'showing-types-held': value('showing') + wobble(0.006, 16),
    'showing-types-held-approval': wobble(0.02, 17),
    'showing-types-held-default': -0.02 + wobble(0.006, 18),
  };
  rows.push(...Object.entries(between).map(([measure, x]) => row(measure, x, 'between-worlds')));
  for (let quarter = 0; quarter < 48; quarter++) {
    const settle = 1 / (1 + quarter / 6);
    for (const measure of ['approval-rate', 'default-rate', 'apr', 'stake'])
      rows.push(row(measure, (actual[measure] ?? 0) * (1 + 0.1 * settle), 'actual', quarter));
    rows.push(row('safe-share-applicants', 0.5 + wobble(0.01, quarter), 'actual', quarter));
    rows.push(
      row(
        'safe-share-approved',
        onLoans(0.5 + 0.2 * (1 - value('approval')) * (1 - settle) + wobble(0.02, quarter)),
        'actual',
        quarter,
      ),
    );
    rows.push(
      row(
        'safe-share-takers',
        onLoans(0.5 - 0.3 * (1 - value('approval')) * (1 - settle) + wobble(0.03, quarter + 3)),
        'actual',
        quarter,
      ),
    );
  }
  return rows;
}
