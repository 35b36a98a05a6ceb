import type { PointValues } from '../../answers/index.ts';
import { dictionary } from '../../dictionary.ts';
import { unmet } from '../../findings/index.ts';
import { inOrderOfRecord } from '../../jobs/index.ts';
import { mean } from '../../math/statistics.ts';
import type { Row } from '../../measures/index.ts';
import { samplesOf } from '../../replicates/index.ts';
import type { Point } from '../../scenario/design/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { codeFingerprint } from '../fingerprint.ts';
import { pointsIn, tasksAt } from '../design/replicate-tasks.ts';
import type { Store } from '../store/store.ts';
import type { Value } from '../../jobs/work.ts';
import type { AskedMeasure } from './asked.ts';

/** Some measures at all points of a design. */
export interface Collected {
  readonly points: readonly Point[];
  /** The requirement that a point does not meet, by point: its values are NaN. */
  readonly leftOut: readonly (string | undefined)[];
  /** In the order in which they were asked for; institutions in the order of the scenario. */
  readonly values: readonly PointValues[];
}

/** Measures that tell whether a point counts, besides those that its requirements name. */
const alwaysRead = ['approval-rate', 'take-up-rate', 'lender-worst-profit'];

/**
 * Reads measures of all points from finished jobs. Memory is that of the few numbers that are kept.
 *
 * @param leftOut points that are known not to count, as by the plain runs beside an experiment
 * @returns undefined if a job is missing or spoilt; the store then knows
 */
export function collect(
  scenario: Scenario,
  store: Store,
  asked: readonly AskedMeasure[],
  leftOut?: Collected['leftOut'],
): Collected | undefined {
  const code = codeFingerprint();
  const points = pointsIn(scenario);
  const requirements = scenario.design?.require ?? [];
  const wanted = new Set([
    ...alwaysRead,
    ...asked.flatMap(({ passport }) => [passport.id, ...(passport.endOf?.contrasts ?? [])]),
    ...requirements.flatMap((one) => (one.kind === 'measure' ? [one.measure] : [])),
  ]);
  const toldByQuarter = new Set(
    asked.flatMap(({ lastQuarters, passport }) =>
      lastQuarters === undefined ? [] : [passport.id],
    ),
  );
  const isWanted = ({ measure, quarter }: Value) =>
    quarter === null
      ? wanted.has(measure) || measure.startsWith('lender-return@')
      : toldByQuarter.has(measure);
  // Points share jobs: each is read once.
  const read = new Map<string, readonly Value[]>();
  const replicates = Array.from({ length: scenario.replicates }, (_, r) => r);
  const all: Point[] = [];
  const reasons: (string | undefined)[] = [];
  const values = asked.map(() =>
    scenario.institutions.map(() => replicates.map(() => new Float64Array(points.count).fill(NaN))),
  );
  const ordered = inOrderOfRecord(scenario);
  for (let p = 0; p < points.count; p++) {
    const point = points.at(p);
    all.push(point);
    const rows: Row[] = [];
    for (const replicate of replicates) {
      for (const { key, job } of tasksAt(ordered, points, p, replicate, code)) {
        const found = read.get(key) ?? store.read(key)?.filter(isWanted);
        if (!found) return undefined;
        read.set(key, found);
        const institution = job.institution.id;
        for (const one of found) {
          rows.push({ scenario: scenario.id, institution, replicate, ...one });
        }
      }
    }
    const samples = samplesOf(rows, dictionary);
    const reason = leftOut ? leftOut[p] : unmet(samples, scenario, requirements);
    reasons.push(reason);
    if (reason !== undefined) continue;
    asked.forEach(({ passport, world, lastQuarters }, m) =>
      scenario.institutions.forEach(({ id }, i) => {
        const found =
          lastQuarters === undefined
            ? samples.values(id, world, passport.id)
            : replicates.map((r) =>
                meanOfLast(lastQuarters, ofMarket(rows, id, world, r, passport.id)),
              );
        found.forEach((value, r) => (values[m][i][r][p] = value));
      }),
    );
  }
  const institutions = scenario.institutions.map(({ id }) => id);
  return {
    points: all,
    leftOut: reasons,
    values: values.map((one) => ({ institutions, values: one })),
  };
}

/** Rows of one measure of one market. */
function ofMarket(
  rows: readonly Row[],
  institution: string,
  world: string,
  replicate: number,
  measure: string,
): readonly Row[] {
  return rows.filter(
    (row) =>
      row.institution === institution &&
      row.world === world &&
      row.replicate === replicate &&
      row.measure === measure,
  );
}

/** Mean of a series over its last quarters, of those where it is defined; NaN where it is in none. */
function meanOfLast(count: number, series: readonly Row[]): number {
  const quarters = series.flatMap(({ quarter, value }) =>
    quarter === null ? [] : [{ quarter, value }],
  );
  const last = quarters.toSorted((a, b) => a.quarter - b.quarter).slice(-count);
  return mean(last.flatMap(({ value }) => (Number.isNaN(value) ? [] : [value])));
}
