import type { Ledger } from '../engine/ledger.ts';
import { worlds, type World } from '../engine/setup.ts';
import { measures } from './registry.ts';
import type { Row } from './row.ts';
import { decompose, partMeasures, shapley } from './decomposition.ts';

/** What the rows of one run have in common. */
export type RunName = Pick<Row, 'scenario' | 'institution' | 'replicate'>;

/** Ledgers of one market under one institution and one seed, by world. */
export type Ledgers = Readonly<Partial<Record<World, Ledger>>>;

/**
 * Tidy rows of one run: every measure in every world over the quarters after the burn-in; measures that
 * are series also by quarter, burn-in included, in the actual world; and, where all four worlds
 * were run, the decomposition (world `shapley`).
 */
export function rowsOf(ledgers: Ledgers, run: RunName): Row[] {
  return [
    ...worlds.flatMap((world) => (ledgers[world] ? overallRows(ledgers[world], run) : [])),
    ...decompositionRows(ledgers, run),
    ...(ledgers.actual ? seriesRows(ledgers.actual, run) : []),
  ];
}

function overallRows(ledger: Ledger, run: RunName): Row[] {
  const { world, burnIn, quarters } = ledger;
  return measures.map((measure) => ({
    ...run,
    world,
    quarter: null,
    measure: measure.id,
    value: measure.of(ledger, burnIn, quarters),
  }));
}

function seriesRows(ledger: Ledger, run: RunName): Row[] {
  const rows: Row[] = [];
  for (const measure of measures) {
    if (!measure.series) continue;
    for (let quarter = 0; quarter < ledger.quarters; quarter++) {
      const value = measure.of(ledger, quarter, quarter + 1);
      rows.push({ ...run, world: ledger.world, quarter, measure: measure.id, value });
    }
  }
  return rows;
}

function decompositionRows(ledgers: Ledgers, run: RunName): Row[] {
  const {
    actual: a,
    'types-visible': s,
    'action-contractible': c,
    'full-information': f,
  } = ledgers;
  if (!a || !s || !c || !f) return [];
  return partMeasures.map(({ id, splits, part }) => {
    const valueIn = (ledger: Ledger) => splits.of(ledger, ledger.burnIn, ledger.quarters);
    const parts = decompose({
      actual: valueIn(a),
      'types-visible': valueIn(s),
      'action-contractible': valueIn(c),
      'full-information': valueIn(f),
    });
    return { ...run, world: shapley, quarter: null, measure: id, value: parts[part] };
  });
}
