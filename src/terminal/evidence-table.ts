import {
  bandText,
  countsOf,
  groupOf,
  groups,
  marketText,
  publishedText,
  simulatedText,
  type FactReading,
} from '../evidence/index.ts';
import { textTable, type TextColumn } from '../text/text-table.ts';

/** A table a group, one line a fact: published, simulated, verdict, market, source. */
export function evidenceLines(readings: readonly FactReading[], width: number): string[] {
  return groups.flatMap((group, k) => {
    const own = readings.filter(({ fact }) => groupOf(fact) === group);
    if (own.length === 0) return [];
    const column = (head: string, of: (reading: FactReading) => string): TextColumn => ({
      ...{ head: [head], cells: own.map(of), align: 'left' },
    });
    const table = [
      column(group, ({ fact }) => fact.id),
      column('published', ({ fact }) => publishedText(fact)),
      column('band', ({ fact }) => bandText(fact.band)),
      column('simulated [95%]', simulatedText),
      column('verdict', ({ verdict }) => verdict),
      column('market', ({ fact }) => marketText(fact)),
      column('source', ({ fact }) => fact.source),
    ];
    return [...(k > 0 ? [''] : []), ...textTable(table, width)];
  });
}

/** The same for programs. */
export function evidenceJson(readings: readonly FactReading[]) {
  return {
    counts: countsOf(readings),
    facts: readings.map(({ fact, value, best, verdict }) => {
      const { id, title, kind, fitted = false, band, unit, population, source, how } = fact;
      return {
        ...{ id, title, kind, fitted, group: groupOf(fact), published: fact.value, band, unit },
        ...{ population, n: value.n, mean: value.mean, low: value.low, high: value.high },
        ...{ best, verdict, market: marketText(fact), source, how },
      };
    }),
  };
}
