import { estimate, within, type Estimate } from '../../math/interval.ts';
import { partId, type Dictionary, type Passport, type Row } from '../../measures/index.ts';
import { dateOf, type Scenario } from '../../scenario/index.ts';
import { isOpen, phaseAt, reformsOf, type Reform } from './facts.ts';

/** One measure in one quarter: a reform less no reform, replicate by replicate (output file reform-paths.csv). */
export interface PathRow extends Estimate {
  readonly reform: string;
  readonly without: string;
  readonly measure: string;
  readonly unit: string;
  readonly quarter: number;
  /** Empty without a calendar. */
  readonly date: string;
  readonly phase: number;
  /** Some loans of this quarter of signing live on into a change: what differs is not yet all that will. */
  readonly open: boolean;
  /** Means with the reform and without it. */
  readonly level: number;
  readonly status: number;
}

/** Values of one measure under one institution: by quarter, one a replicate. */
type Series = ReadonlyMap<number, readonly number[]>;

/** What reforms are told by: the differences of each reform and measure, by quarter and replicate. */
export interface ReformSeries {
  readonly reform: Reform;
  readonly measure: string;
  readonly with: Series;
  readonly without: Series;
}

/** Measures of which a reform's paths are told, in order. */
const pathIds: readonly string[] = [
  ...['welfare', 'approval-rate', 'thin-file-approval', 'default-rate', 'will-not-pay-rate', 'apr'],
  ...['borrower-surplus', 'lender-surplus', 'institution-revenue', 'institution-cost'],
  ...['money-borrowers', 'money-lenders', 'money-revenue', 'money-cost', 'money-welfare'],
  ...['take-up-rate', 'safe-type-exclusion', 'inquiries', 'misreporting-share'],
  ...['cannot-pay-rate', 'loss-given-default', 'total-cost'],
  ...['open-loans', 'owing', 'owing-several', 'debt-service'],
  ...['lender-profit', 'realised-profit', 'effort', 'stake'],
  ...['calibration-gap-funded', 'brier-funded'],
];

/** Measures of each lender of which a reform's paths are told, in order. */
const bookIds: readonly string[] = [
  ...['lender-asked', 'lender-loans', 'lender-loan-count', 'lender-apr'],
  ...['lender-estimate', 'lender-default', 'lender-return'],
];

/** All of them, lender by lender at the end. */
function idsOf({ lenders }: Pick<Scenario, 'lenders'>): string[] {
  return [...pathIds, ...lenders.flatMap(({ id }) => bookIds.map((book) => partId(book, id)))];
}

/** The numbers by quarter of all reforms of a scenario, in the actual world. */
export function reformSeries(scenario: Scenario, rows: readonly Row[]): ReformSeries[] {
  const reforms = reformsOf(scenario);
  if (reforms.length === 0) return [];
  const ids = idsOf(scenario);
  const wanted = new Set(ids);
  const all = new Map<string, Map<number, number[]>>();
  for (const { institution, world, measure, quarter, replicate, value } of rows) {
    if (quarter === null || world !== 'actual' || !wanted.has(measure)) continue;
    const key = `${institution}/${measure}`;
    const series = all.get(key) ?? new Map<number, number[]>();
    all.set(key, series);
    const values = series.get(quarter) ?? [];
    series.set(quarter, values);
    values[replicate] = value;
  }
  return reforms.flatMap((reform) =>
    ids.flatMap((measure): ReformSeries[] => {
      const [a, b] = [all.get(`${reform.id}/${measure}`), all.get(`${reform.of}/${measure}`)];
      return a && b ? [{ reform, measure, with: a, without: b }] : [];
    }),
  );
}

/** With less without in a quarter, one a replicate; NaN where one of them is not defined. */
export function differencesIn({ with: a, without: b }: ReformSeries, quarter: number): number[] {
  const [more, less] = [a.get(quarter) ?? [], b.get(quarter) ?? []];
  return Array.from(more, (value, k) => value - less[k]);
}

/** A difference over replicates; its interval ends where that of two such numbers must. */
function changeOf(values: readonly number[], { range }: Pick<Passport, 'range'>): Estimate {
  const value = estimate(values);
  return range ? within(value, [range[0] - range[1], range[1] - range[0]]) : value;
}

/** Paths of all reforms, quarter by quarter. */
export function reformPaths(
  scenario: Scenario,
  series: readonly ReformSeries[],
  { passportOf }: Dictionary,
): PathRow[] {
  const { start, burnIn, economy } = scenario;
  const meanOf = (values: readonly number[] = []) => estimate(values).mean;
  return series.flatMap((one) => {
    const { reform, measure } = one;
    const { unit } = passportOf(measure);
    return [...one.with.keys()].map((quarter): PathRow => ({
      reform: reform.id,
      without: reform.of,
      ...{ measure, unit, quarter },
      date: start === undefined ? '' : dateOf(quarter, start, burnIn),
      phase: phaseAt(reform.from, quarter),
      open: isOpen(reform, quarter, economy.loan.term),
      level: meanOf(one.with.get(quarter)),
      status: meanOf(one.without.get(quarter)),
      ...changeOf(differencesIn(one, quarter), passportOf(measure)),
    }));
  });
}
