import type { ChartInputs, Table } from '../../src/charts/chart.ts';
import { estimate } from '../../src/math/interval.ts';
import type { Row, SummaryRow } from '../../src/measures/row.ts';

/**
 * FIXTURE: invented replicates around the table in section 10 of the model document, so that charts
 * can be drawn without an engine. Not results.
 */
const table: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  none: {
    approval: 0.56,
    takeUp: 0.53,
    default: 0.191,
    willNot: 0.136,
    rate: 0.276,
    effort: 0.28,
    welfare: 0.062,
    full: 0.267,
    as: 0.028,
    mh: 0.177,
  },
  sesame: {
    approval: 0.64,
    takeUp: 0.52,
    default: 0.179,
    willNot: 0.124,
    rate: 0.279,
    effort: 0.28,
    welfare: 0.065,
    full: 0.267,
    as: 0.028,
    mh: 0.174,
  },
  'government-led': {
    approval: 0.81,
    takeUp: 0.66,
    default: 0.098,
    willNot: 0.051,
    rate: 0.202,
    effort: 0.36,
    welfare: 0.119,
    full: 0.267,
    as: 0.031,
    mh: 0.116,
  },
  dual: {
    approval: 0.85,
    takeUp: 0.67,
    default: 0.1,
    willNot: 0.054,
    rate: 0.202,
    effort: 0.35,
    welfare: 0.134,
    full: 0.267,
    as: 0.031,
    mh: 0.102,
  },
  'association-led': {
    approval: 0.95,
    takeUp: 0.73,
    default: 0.095,
    willNot: 0.049,
    rate: 0.181,
    effort: 0.34,
    welfare: 0.193,
    full: 0.266,
    as: 0.02,
    mh: 0.052,
  },
  'market-led': {
    approval: 0.94,
    takeUp: 0.73,
    default: 0.083,
    willNot: 0.039,
    rate: 0.175,
    effort: 0.37,
    welfare: 0.191,
    full: 0.264,
    as: 0.022,
    mh: 0.052,
  },
  'negative-only': {
    approval: 0.96,
    takeUp: 0.74,
    default: 0.09,
    willNot: 0.044,
    rate: 0.177,
    effort: 0.36,
    welfare: 0.201,
    full: 0.266,
    as: 0.019,
    mh: 0.046,
  },
  'full-sharing': {
    approval: 0.95,
    takeUp: 0.73,
    default: 0.083,
    willNot: 0.039,
    rate: 0.176,
    effort: 0.37,
    welfare: 0.198,
    full: 0.266,
    as: 0.02,
    mh: 0.049,
  },
};

const labels: Readonly<Record<string, string>> = {
  none: 'No sharing',
  sesame: 'Sesame Credit',
  'government-led': 'Government-led (EU)',
  dual: 'Dual (China)',
  'association-led': 'Association-led (Japan)',
  'market-led': 'Market-led (US)',
  'negative-only': 'Negative-only',
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
  /** Institutions that make no loans: their default, rate and effort are NaN. */
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
      quarters: 48,
      burnIn: 16,
      reference,
      institutions,
    },
    rows,
    summary: summarise(rows, institutions, reference),
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
    scale * ((((replicate * 37 + salt * 53) % 101) - 50) / 100);
  const onLoans = (x: number) => (loanless ? NaN : x);
  const actual: Record<string, number> = {
    'approval-rate': loanless ? 0 : value('approval') + wobble(0.01, 1),
    'take-up-rate': onLoans(value('takeUp') + wobble(0.01, 2)),
    'default-rate': onLoans(value('default') + wobble(0.008, 3)),
    'cannot-pay-rate': onLoans(value('default') - value('willNot') + shift + wobble(0.004, 4)),
    'will-not-pay-rate': onLoans(value('willNot') + wobble(0.004, 5)),
    rate: onLoans(value('rate') + wobble(0.01, 6)),
    effort: onLoans(value('effort') + wobble(0.01, 7)),
    'first-best-effort': onLoans(0.41 + wobble(0.004, 8)),
    welfare: value('welfare') + wobble(0.006, 9),
    'borrower-surplus': value('welfare') * 0.9 + wobble(0.006, 10),
    'lender-profit': value('welfare') * 0.1 + wobble(0.002, 11),
    'safe-type-exclusion': 0.5 - value('approval') / 2 + wobble(0.01, 12),
    coverage: value('approval') - 0.2,
  };
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
  rows.push(row('welfare', value('full') + wobble(0.004, 14), 'full-information'));
  rows.push(row('default-rate', 0.036 + wobble(0.002, 15), 'full-information'));
  rows.push(row('adverse-selection:welfare', value('as') + wobble(0.006, 16), 'shapley'));
  rows.push(row('moral-hazard:welfare', value('mh') + wobble(0.012, 17), 'shapley'));
  for (let quarter = 0; quarter < 48; quarter++) {
    const settle = 1 / (1 + quarter / 6);
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

function summarise(
  rows: readonly Row[],
  institutions: readonly { readonly id: string }[],
  reference: string,
): SummaryRow[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.quarter !== null) continue;
    const key = `${row.institution}/${row.world}/${row.measure}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return institutions.flatMap(({ id }) =>
    [...groups.values()]
      .filter((group) => group[0]?.institution === id)
      .map((group) => {
        const { world = '', measure = '' } = group[0] ?? {};
        const own = estimate(group.map(({ value }) => value));
        const other = groups.get(`${reference}/${world}/${measure}`) ?? [];
        const pairs =
          id === reference ? [] : group.map(({ value }, k) => value - (other[k]?.value ?? NaN));
        const difference = estimate(pairs);
        return {
          scenario: 'fixture',
          institution: id,
          world,
          measure,
          unit: '',
          ...own,
          reference,
          difference: difference.mean,
          differenceStandardError: difference.standardError,
          differenceLow: difference.low,
          differenceHigh: difference.high,
          pairs: difference.n,
          adjustedP: Math.abs(difference.mean) > 3 * difference.standardError ? 0.001 : 0.4,
          pairingGain: 3,
        };
      }),
  );
}
