import { type Ledger, type Sanctions, type World, worlds } from '../engine/index.ts';
import { betweenWorlds, worldContrasts } from './between-worlds.ts';
import { lenderBooks } from './catalogue/lender-books.ts';
import { alsoByQuarter, pathMeasures } from './catalogue/paths.ts';
import { loanAges } from './catalogue/loan-ages.ts';
import { partId } from './passport.ts';
import { measures } from './registry.ts';
import type { Row } from './row.ts';
import { countedQuarters } from './sums.ts';

/** What the rows of one run have in common. */
export type RunName = Pick<Row, 'scenario' | 'institution' | 'replicate'>;

/** Ledgers of one market under one institution and one seed, by world. */
export type Ledgers = Readonly<Partial<Record<World, Ledger>>>;

/** What rows must know of a run and ledgers do not tell. */
export interface RunFacts {
  readonly sanctions: Sanctions;
  /** Ids of the lenders in market order, as ledgers number them. */
  readonly lenders: readonly string[];
  /** Also by quarter is what paths of reforms are told by. */
  readonly paths?: boolean;
  /** Nothing is told by quarter. */
  readonly wholeRun?: boolean;
}

/**
 * Tidy rows of one run: every measure in every world over the counted quarters; in the actual world also the books of the
 * lenders, defaults by instalment, and measures that are series by quarter, burn-in included; and contrasts of the worlds
 * that were run, as far as the setting of sanctions gives them a meaning.
 */
export function rowsOf(ledgers: Ledgers, run: RunName, facts: RunFacts): Row[] {
  const { actual } = ledgers;
  return [
    ...worlds.flatMap((world) => (ledgers[world] ? overallRows(ledgers[world], run) : [])),
    ...contrastRows(ledgers, run, facts),
    ...(actual ? partRows(actual, run, facts) : []),
    ...(actual && !facts.wholeRun ? seriesRows(actual, run, facts) : []),
  ];
}

function overallRows(ledger: Ledger, run: RunName): Row[] {
  const { scenario, institution, replicate } = run;
  const { world } = ledger;
  const [from, to] = countedQuarters(ledger);
  // Written out: a design has very many rows, and spreading makes objects that are slow to read ever after.
  return measures.map(({ id, of }) => ({
    scenario,
    institution,
    world,
    replicate,
    quarter: null,
    measure: id,
    value: of(ledger, from, to),
  }));
}

function seriesRows(ledger: Ledger, run: RunName, { paths = false, lenders }: RunFacts): Row[] {
  const rows: Row[] = [];
  const { world } = ledger;
  const [, to] = countedQuarters(ledger);
  const all = paths ? [...measures, ...pathMeasures] : measures;
  for (const { id, series, of } of all) {
    if (!series && !(paths && alsoByQuarter.includes(id))) continue;
    for (let quarter = 0; quarter < to; quarter++) {
      const value = of(ledger, quarter, quarter + 1);
      rows.push({ ...run, world, quarter, measure: id, value });
    }
  }
  return paths ? [...rows, ...bookRows(ledger, run, lenders)] : rows;
}

/** The books of the lenders by quarter. */
function bookRows(ledger: Ledger, run: RunName, lenders: readonly string[]): Row[] {
  const { world } = ledger;
  const [, to] = countedQuarters(ledger);
  return lenderBooks.flatMap(({ id, within }) =>
    within === undefined
      ? []
      : lenders.flatMap((lender, i) =>
          Array.from({ length: to }, (_, quarter) => ({
            ...{ ...run, world, quarter, measure: partId(id, lender) },
            value: within(ledger, i, quarter, quarter + 1),
          })),
        ),
  );
}

/** Rows of each lender and of each instalment. */
function partRows(ledger: Ledger, run: RunName, { lenders }: RunFacts): Row[] {
  const shared = { ...run, world: ledger.world, quarter: null };
  const instalments = [...Array(ledger.term).keys()].map((x) => x + 1);
  return [
    ...lenderBooks.flatMap(({ id, ofLender }) =>
      lenders.map((lender, i) => ({
        ...shared,
        measure: partId(id, lender),
        value: ofLender(ledger, i),
      })),
    ),
    ...loanAges.flatMap(({ id, ofInstalment }) =>
      instalments.map((x) => ({
        ...shared,
        measure: partId(id, `instalment-${x}`),
        value: ofInstalment(ledger, x),
      })),
    ),
  ];
}

function contrastRows(ledgers: Ledgers, run: RunName, { sanctions }: RunFacts): Row[] {
  return worldContrasts.flatMap(({ id, of, more, less, sanctions: under = sanctions }) => {
    const [a, b] = [ledgers[more], ledgers[less]];
    if (!a || !b || under !== sanctions) return [];
    const value = of(a, ...countedQuarters(a)) - of(b, ...countedQuarters(b));
    return [{ ...run, world: betweenWorlds, quarter: null, measure: id, value }];
  });
}

/**
 * Some measures of one ledger over the counted quarters, by id.
 *
 * @throws Error for an id that is no measure of a ledger
 */
export function valuesIn(ledger: Ledger, ids: readonly string[]): Record<string, number> {
  const [from, to] = countedQuarters(ledger);
  return Object.fromEntries(
    ids.map((id) => {
      const measure = measures.find((one) => one.id === id);
      if (!measure) throw new Error(`no measure of a ledger is called "${id}"`);
      return [id, measure.of(ledger, from, to)];
    }),
  );
}
