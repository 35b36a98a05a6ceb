import type { ScenarioFacts } from '../chart.ts';
import { accent, ink, type Theme } from '../theme.ts';

/** Benchmarks: no country has them, and they are drawn so. */
const benchmarks: readonly string[] = ['none', 'negative-only', 'full-sharing'];

/** Ink of an institution whose row or panel bears its name: one for all, benchmarks grey, one accent where asked. */
export function rowInk(
  { reference }: Pick<ScenarioFacts, 'reference'>,
  institution: string,
  { highlight }: Pick<Theme, 'highlight'>,
): string {
  if (institution === highlight) return accent;
  return institution === reference || benchmarks.includes(institution) ? ink.benchmark : ink.text;
}
