import type { Cells, Table } from '../../src/charts/chart.ts';
import { fixtureInstitutions } from './fixture.ts';

const agreementMeasures = [
  ['safe-types-left-out', 'between-worlds'],
  ['karlan-zinman:selection', 'actual'],
  ['lemons:hidden', 'actual'],
  ['contracting-hidden', 'between-worlds'],
  ['will-not-pay-share', 'actual'],
] as const;

/** FIXTURE: invented tables of experiments, smooth curves with a wobble. Not results. */
export function experimentTables(
  institutions: readonly { readonly id: string }[] = fixtureInstitutions,
  replicates = 5,
): Record<string, Table> {
  const tables: Record<string, Cells[]> = {};
  const add = (
    stem: string,
    measure: string,
    at: number | null,
    value: (k: number) => number,
    only?: readonly string[],
  ) => {
    for (const [k, { id: institution }] of institutions.entries())
      for (let replicate = 0; replicate < replicates; replicate++) {
        if (only && !only.includes(institution)) continue;
        const wobble = (((replicate * 37 + k * 11) % 21) - 10) / 10;
        (tables[stem] ??= []).push({
          institution,
          world: 'actual',
          replicate,
          measure: `${stem}:${measure}`,
          at,
          value: value(k) * (1 + 0.03 * wobble),
        });
      }
  };
  for (const [effect, size] of [
    ['selection', 0.004],
    ['burden', 0.02],
    ['incentive', -0.06],
  ] as const) {
    add('karlan-zinman', effect, null, (k) => size * (1 - 0.08 * k));
    add('karlan-zinman', `${effect}-error`, null, () => 0.004);
  }
  for (let k = -5; k <= 5; k++) {
    const price = k / 50;
    add('cost-curves', 'demand-true', price, () => 0.6 - 2.5 * price);
    add('cost-curves', 'average-cost-true', price, () => 0.03 + 0.3 * price);
    add('cost-curves', 'marginal-cost-true', price, () => 0.01 + 0.1 * price);
  }
  add('cost-curves', 'equilibrium-true', null, () => 0.0429);
  add('cost-curves', 'efficient-true', null, () => 0.0111);
  add('cost-curves', 'loss-true', null, () => 0.0011);
  for (const dial of [0, 0.5, 1, 1.5, 2])
    add('lemons', 'hidden-by-dial', dial, (k) => 0.003 * dial - 0.0005 * k);
  for (const [test, size] of [
    ['given-information', 0.004],
    ['unconditional', -0.01],
    ['field', 0.2],
  ] as const)
    add('positive-correlation', test, null, (k) => size * (1 + 0.1 * k));
  add('flips', 'stake', null, (k) => 0.3 - 0.02 * k);
  add('flips', 'cost', null, (k) => 0.28 + 0.01 * k);
  for (let third = 1; third <= 3; third++) {
    add('flips', 'cost-by-third', third, () => 0.1 * third);
    add('flips', 'stake-by-third', third, (k) => 0.12 * third + 0.01 * k);
  }
  for (let year = 1; year <= 8; year++)
    add('flips', 'cost-by-year', year, (k) => 0.14 / year - 0.004 * k);
  for (let k = 0; k <= 20; k++) {
    const at = k / 20;
    add('roc', 'true-positive', at, (i) => Math.min(1, at ** (0.35 + 0.06 * i)));
  }
  for (let k = 1; k <= 8; k++) add('roc', 'observed', k / 20, (i) => (k / 20) * (0.85 + 0.04 * i));
  const shares = [0.12, 0.24, 0.3, 0.22, 0.12];
  for (const [k, from] of [350, 550, 600, 650, 700].entries()) {
    add('score-bands', 'share', from, () => shares[k] ?? 0, ['sesame', 'dual']);
    add('score-bands', 'default-rate', from, () => 0.3 - 0.05 * k, ['sesame', 'dual']);
  }
  for (const group of ['all', 'thin', 'thick'])
    for (const [k, what] of ['footprint', 'file', 'both', 'fico'].entries())
      add('score-value', `auc-${what}:${group}`, null, () => 0.6 + 0.04 * k, ['sesame', 'dual']);
  // Methods of other experiments stand in the table of agreement under their own names.
  for (const [measure, world] of agreementMeasures)
    for (const [k, { id: institution }] of institutions.entries())
      for (let replicate = 0; replicate < replicates; replicate++)
        (tables['agreement'] ??= []).push({
          ...{ institution, world, replicate, measure, at: null },
          value: 0.01 * (k + 1) + 0.001 * ((replicate * 7) % 5),
        });
  const lenders = ['bank-1', 'bank-2', 'consumer-finance', 'internet-1'];
  tables['who-sees-what'] = institutions.flatMap(({ id: institution }, k) =>
    lenders.flatMap((reader, j) =>
      lenders.map((contributor, q) => ({
        institution,
        reader,
        contributor,
        level: j === q ? 'own' : (['none', 'negative', 'full'][(k + j + q) % 3] ?? 'none'),
      })),
    ),
  );
  const reforms = institutions.slice(-2).map(({ id }) => id);
  for (let bin = -10; bin <= 10; bin++)
    add('who-gains', 'distribution', bin / 10, () => (bin === 0 ? 40 : 3) / 100, reforms);
  for (let group = 1; group <= 16; group++)
    add('who-gains', 'group-mean', group, (k) => (0.002 - 0.0002 * k) * (9 - group), reforms);
  add('who-gains', 'better', null, () => 0.3, reforms);
  add('who-gains', 'worse', null, () => 0.2, reforms);
  tables['reform-paths'] = pathTable(institutions, replicates);
  tables['reforms'] = effectTable(reforms, lenders, replicates);
  for (let year = 1; year <= 6; year++) {
    add('timeline', 'with-record', year, () => 1 + 0.1 * (year - 1), reforms);
    add('timeline', 'inquiries', year, () => 1 + 0.02 * (year - 1), reforms);
  }
  tables['remedies'] = remedyTable(replicates);
  tables['joining'] = joiningTable(institutions.slice(0, 2).map(({ id }) => id));
  return tables;
}

/** What reforms do to each lender in their only phase: the first gains for certain, and what others do cannot be told. */
function effectTable(
  reforms: readonly string[],
  lenders: readonly string[],
  replicates: number,
): Cells[] {
  return reforms.flatMap((reform) =>
    ['lender-loans', 'lender-apr', 'lender-default', 'lender-return'].flatMap((measure) =>
      lenders.map((lender, k): Cells => {
        const [mean, half] = [k === 0 ? 0.02 : 0.001, replicates > 1 ? 0.01 : null];
        return {
          ...{ reform, without: 'none', measure: `${measure}@${lender}`, unit: 'share' },
          ...{ span: 'phase-1', from: 12, to: 27, rest: '', n: replicates, mean },
          ...{ standardError: half === null ? null : 0.001 },
          ...{ low: half === null ? null : mean - half, high: half === null ? null : mean + half },
        };
      }),
    ),
  );
}

/** Law helps for certain at every strength; of the others it cannot be told. */
function remedyTable(replicates: number): Cells[] {
  const [law, standard, publicity] = [
    'law and supervision',
    'one data standard',
    'publicity and education',
  ];
  const sets = [
    ...[law, standard, publicity].map((remedies) => ({ remedies, kind: 'alone' })),
    { remedies: `${law} + ${standard}`, kind: 'joint' },
    { remedies: `${law} + ${standard}`, kind: 'interaction' },
    { remedies: 'all', kind: 'joint' },
  ];
  return ['welfare', 'default-rate', 'approval-rate'].flatMap((measure) =>
    ['Weak', 'Middling', 'Strong'].flatMap((strength, s) =>
      sets.map(({ remedies, kind }): Cells => {
        const mean = (remedies === law ? 0.02 : 0.001) * (s + 1);
        const half = replicates > 1 ? 0.01 : null;
        return {
          ...{ measure, economy: 0, strength, remedies, kind, mean, isFirst: false },
          ...{ low: half === null ? null : mean - half, high: half === null ? null : mean + half },
        };
      }),
    ),
  );
}

/** Games of two lenders at two fees, as they stand in a file: everybody holds at the first, best responses go round at the second. */
function joiningTable(institutions: readonly string[]): Cells[] {
  const coalitions = ['nobody', 'bank-1', 'bank-2', 'bank-1 bank-2'];
  return institutions.flatMap((institution) =>
    [0, 0.01].flatMap((fee) =>
      coalitions.map((coalition, c): Cells => ({
        ...{ institution, fee, ownFee: fee === 0 ? 'true' : 'false', coalition },
        lenders: c === 0 ? 0 : coalition.split(' ').length,
        ...{ verdict: c === 3 && fee === 0 ? 'holds' : 'fails', welfare: 0.01 * c },
        byMeans: c === 3 && fee === 0 ? 'true' : 'false',
        isPlanner: c === 3 ? 'true' : 'false',
        ...{ fromNobody: c === 2 ? null : Math.min(c, 2), fromEverybody: c === 3 ? 0 : null },
        inCycle: fee > 0 ? 'true' : 'false',
      })),
    ),
  );
}

const pathMeasures = [
  ...['welfare', 'default-rate', 'approval-rate', 'thin-file-approval', 'apr', 'will-not-pay-rate'],
  ...['money-borrowers', 'money-lenders', 'money-revenue', 'money-cost', 'money-welfare'],
];

/** Paths of the last two institutions (of one, if there is one), as reforms from quarter 12 on: open, then settled. */
function pathTable(institutions: readonly { readonly id: string }[], replicates: number): Cells[] {
  return institutions.slice(-2).flatMap(({ id: reform }, k) =>
    pathMeasures.flatMap((measure, m) =>
      Array.from({ length: 28 }, (_, quarter) => {
        const mean =
          quarter < 12 ? 0 : (0.01 - 0.004 * k - 0.001 * m) * (1 - 0.8 ** (quarter - 11));
        const half = replicates > 1 ? 0.002 : null;
        return {
          ...{ reform, without: 'none', measure, unit: 'share', quarter, date: '' },
          ...{ phase: quarter < 12 ? 0 : 1, open: quarter >= 9 && quarter < 12 },
          ...{ level: 0.5 + mean, status: 0.5, mean, replicates },
          ...{ low: half === null ? null : mean - half, high: half === null ? null : mean + half },
        };
      }),
    ),
  );
}
