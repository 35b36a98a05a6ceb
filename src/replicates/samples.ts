import { worlds } from '../engine/index.ts';
import { mean } from '../math/statistics.ts';
import { betweenWorlds, type Row, type Dictionary, type Passport } from '../measures/index.ts';

/** Values over replicates, looked up by what they measure: rows turned into columns. */
export interface Samples {
  /** Replicates that occur in the rows, ascending; every column follows this order. */
  readonly replicates: readonly number[];
  /** Institution, world and measure of every column, in canonical order. */
  readonly columns: readonly SampleColumn[];
  /** One value per replicate; NaN where there is no row. */
  readonly values: (institution: string, world: string, measure: string) => readonly number[];
  /** What is known of a measure; throws on one that is not known. */
  readonly passportOf: (measure: string) => Passport;
}

/** What one column holds. */
export interface SampleColumn {
  readonly institution: string;
  readonly world: string;
  readonly measure: string;
}

/** Columns of the rows over all quarters; rows of single quarters are left out. */
export function samplesOf(rows: readonly Row[], dictionary: Dictionary): Samples {
  const overall = rows.filter((row) => row.quarter === null);
  const replicates = [...new Set(overall.map((row) => row.replicate))].toSorted((a, b) => a - b);
  const place = new Map(replicates.map((replicate, i) => [replicate, i]));
  const missing = replicates.map(() => NaN);
  const found: Found = new Map();
  for (const row of overall) {
    const { institution, world, measure } = row;
    const key = keyOf(institution, world, measure);
    let entry = found.get(key);
    if (!entry) {
      entry = { column: { institution, world, measure }, values: [...missing] };
      found.set(key, entry);
    }
    entry.values[place.get(row.replicate) ?? 0] = row.value;
  }
  addEnds(found, dictionary);
  return {
    replicates,
    columns: [...found.values()]
      .map((entry) => entry.column)
      .toSorted(canonicalColumns(dictionary)),
    values: (institution, world, measure) =>
      found.get(keyOf(institution, world, measure))?.values ?? missing,
    passportOf: dictionary.passportOf,
  };
}

type Found = Map<string, { readonly column: SampleColumn; readonly values: number[] }>;

/** Columns of measures that are the smaller or the larger of two others, by their means over replicates. */
function addEnds(found: Found, { ends }: Dictionary): void {
  for (const { id: measure, endOf } of ends) {
    const [first, second] = endOf?.contrasts ?? ['', ''];
    for (const { column, values: a } of [...found.values()]) {
      if (column.measure !== first) continue;
      const { institution, world } = column;
      const b = found.get(keyOf(institution, world, second))?.values;
      if (!b) continue;
      const [low, high] = meanOf(a) <= meanOf(b) ? [a, b] : [b, a];
      const values = endOf?.which === 'smaller' ? low : high;
      found.set(keyOf(institution, world, measure), { column: { ...column, measure }, values });
    }
  }
}

const meanOf = (values: readonly number[]) => mean(values.filter((value) => !Number.isNaN(value)));

const keyOf = (...parts: readonly string[]) => parts.join('\u0000');
const worldOrder: readonly string[] = [...worlds, betweenWorlds];

/** The order of columns in every file: institution by id, world from actual to full information, measure. */
function canonicalColumns({ rankOf }: Dictionary): (a: SampleColumn, b: SampleColumn) => number {
  return (a, b) =>
    byCode(a.institution, b.institution) ||
    worldOrder.indexOf(a.world) - worldOrder.indexOf(b.world) ||
    rankOf(a.measure) - rankOf(b.measure) ||
    byCode(a.measure, b.measure);
}

/** The order of rows in every file: as their columns, then overall before quarters, then replicates. */
export function canonicalRows(dictionary: Dictionary): (a: Row, b: Row) => number {
  const canonical = canonicalColumns(dictionary);
  return (a, b) =>
    canonical(a, b) || (a.quarter ?? -1) - (b.quarter ?? -1) || a.replicate - b.replicate;
}

/** By code unit: the same order on every machine, whatever its language. */
export function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Items that share a key, in order of first appearance. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return [...groups.values()];
}
