import {
  bandText,
  endsOf,
  groupOf,
  marketText,
  type FactReading,
  type FactValue,
} from '../../evidence/index.ts';
import type { Cell } from '../../text/csv.ts';

/** What the evidence came to. */
export interface EvidenceNumbers {
  readonly readings: readonly FactReading[];
  /** By replicate. */
  readonly values: readonly (readonly FactValue[])[];
}

/** Columns of evidence.csv, in order. */
export const evidenceColumns = [
  ...['fact', 'title', 'kind', 'fitted', 'group', 'published', 'band', 'band_low', 'band_high'],
  ...['unit', 'population', 'n', 'mean', 'standard_error', 'low', 'high', 'best', 'verdict'],
  ...['market', 'source', 'how'],
] as const;

/** One row a fact. */
export function evidenceTable(readings: readonly FactReading[]): Record<string, Cell>[] {
  return readings.map((reading) => {
    const { fact, value, best, verdict } = reading;
    const { title, kind, fitted = false, unit, population, source, how = '' } = fact;
    const [low, high] = endsOf(fact.band);
    return {
      ...{ fact: fact.id, title, kind, fitted, group: groupOf(fact) },
      published: valueText(fact.value),
      band: bandText(fact.band),
      band_low: Number.isFinite(low) ? low : null,
      band_high: Number.isFinite(high) ? high : null,
      ...{ unit, population, n: value.n, mean: value.mean, standard_error: value.standardError },
      ...{ low: value.low, high: value.high, best: best ?? null, verdict },
      ...{ market: marketText(fact), source, how },
    };
  });
}

/** One row a number. */
export function replicateTable({ readings, values }: EvidenceNumbers): Record<string, Cell>[] {
  return readings.flatMap(({ fact }) =>
    values.flatMap((found, replicate) =>
      found
        .filter((one) => one.fact === fact.id)
        .map(({ at, value }) => ({ fact: fact.id, at, replicate, value })),
    ),
  );
}

function valueText(value: FactReading['fact']['value']): string {
  return Array.isArray(value) ? value.join(' ') : String(value ?? '');
}
