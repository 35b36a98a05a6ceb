import type { SummaryRow } from '../measures/index.ts';
import type { Words } from '../language.ts';
import type { Chart, ChartInputs } from './chart.ts';
import type { Stamp } from './stamp.ts';

/** The best in welfare first, which is the order of every figure; those without a number last. */
export function inFigureOrder<One extends { readonly id: string }>(
  institutions: readonly One[],
  summary: readonly SummaryRow[],
): One[] {
  const means = new Map(
    summary
      .filter(({ world, measure, n }) => world === 'actual' && measure === 'welfare' && n > 0)
      .map(({ institution, mean }) => [institution, mean]),
  );
  const rank = ({ id }: One) => means.get(id) ?? -Infinity;
  return institutions.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)));
}

const unknown: Words = { en: 'calibration not known', zh: '校准情况未知' };

/**
 * What stands under a chart of a run.
 *
 * @param program `creditlab 0.2.0`
 */
export function stampOf(
  { ofThePaper, ofRules, experiment = '' }: Chart,
  { scenario, economy = unknown, experiments = {} }: ChartInputs,
  program: string,
): Stamp {
  if (ofThePaper) return { kind: 'paper', program, derived: ofThePaper === 'derived' };
  const { id, replicates } = scenario;
  if (ofRules) return { kind: 'rules', program, scenario: id };
  const own = Object.hasOwn(experiments, experiment) ? experiments[experiment] : undefined;
  const counted = own?.replicates ?? replicates;
  return { kind: 'simulated', program, scenario: id, replicates: counted, economy };
}
