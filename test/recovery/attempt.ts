import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sobolSequence } from '../../src/designs/sobol-sequence.ts';
import { pointOf, valuesAt, type Calibration, type Target } from '../../src/calibration/index.ts';
import type { FreeParameter } from '../../src/calibration/space.ts';
import { mean, standardDeviation } from '../../src/math/statistics.ts';
import { studentTQuantile } from '../../src/math/student-t.ts';
import { seedKey } from '../../src/random/seed.ts';
import { admissible } from '../../src/run/calibration/admissible.ts';
import { calibrate } from '../../src/run/calibration/calibrate.ts';
import { inThisThread } from '../../src/run/calibration/evaluator.ts';
import { momentsAt } from '../../src/run/calibration/vectors.ts';
import { loadScenario } from '../../src/scenario/load.ts';

/** What came of one attempt to find a known vector again. */
export interface Attempt {
  /** For each direction that the moments identify, strongest first: whether the truth lies in the recovered set. */
  readonly inside: readonly boolean[];
  /** The same of a wrong truth, the mirror image of the right one: the planted fault. */
  readonly mirrored: readonly boolean[];
}

const free: readonly FreeParameter[] = [
  { key: 'economy.hazard.own', low: 3.6, high: 6, scale: 'linear', whole: false },
  { key: 'economy.outside.base', low: -0.15, high: 0.3, scale: 'linear', whole: false },
  { key: 'everyLender.operating', low: 0.01, high: 0.08, scale: 'log', whole: false },
];
const measures = ['default-rate', 'take-up-rate', 'apr', 'approval-rate', 'lender-profit'];

const size = { borrowers: 600, quarters: 28, burnIn: 14 } as const;
/**
 * The world whose moments are given: several markets, as the judges have. Of the same size, since small markets teach their
 * lenders less.
 */
const regions = 4;
const pilots = 8;
/**
 * Half a band, in standard deviations as estimated from the pilots: the truth lies in all bands at once with 95%, by Student's
 * t and Bonferroni.
 */
const bandWidth = studentTQuantile(1 - 0.05 / (2 * measures.length), pilots - 1);
/** A parameter's share of what a user gets who asks for the baseline's set: evaluations and steps without flags, vectors. */
const effort = { evaluations: 136, starts: 2, steps: 300, wanted: 8 } as const;

/** Moments at a truth, in a world that no search sees; then everything that a user would do to find it. */
export async function attempt(number: number): Promise<Attempt> {
  // Judges take their quarters from the scenario: country, search and judges must differ by people and luck alone.
  const { quarters, burnIn } = size;
  const scenario = await loadScenario('baseline', {
    ...{ institutions: ['market-led'], quarters, burnIn },
  });
  const unit = sobolSequence(free.length, 'recovery')(number);
  const truth = unit.map((u) => 0.1 + 0.8 * u);
  const values = valuesAt(free, truth);
  const bare = { scenario, free, targets: measures.map((id) => targetOf(id, 0, 1)) };
  const look = async (seed: string, k: number) =>
    momentsAt(
      ...([bare, values, { ...size, seed: seedKey(seed, k) }, inThisThread] as const),
      new AbortController().signal,
    );
  const country: number[][] = [];
  for (let k = 0; k < regions; k++) country.push(await look(`country-${number}`, k));
  const given = measures.map((_, i) => mean(country.map((one) => one[i])));
  const luck: number[][] = [];
  for (let k = 0; k < pilots; k++) luck.push(await look(`pilot-${number}`, k));
  // Country and judges are means of four, so each has half the deviation of a pilot.
  const targets = measures.map((id, i) =>
    targetOf(id, given[i], Math.sqrt(0.5) * standardDeviation(luck.map((one) => one[i]))),
  );

  const calibration: Calibration = {
    ...{ id: 'recovery', title: 'Recovery', base: 'baseline', scenario, size, targets, free },
    ...{ seed: `search-${number}`, conditions: [] },
    check: { borrowers: size.borrowers, seeds: regions },
  };
  const folder = mkdtempSync(join(tmpdir(), 'creditlab-recovery-'));
  try {
    const means = {
      ...{ folder, evaluator: inThisThread, signal: new AbortController().signal },
      ...{ ...effort, isLate: () => false, onProgress: () => {} },
    };
    const told = await calibrate(calibration, means);
    const { draws } = await admissible(calibration, told, effort, means);
    const { directions, rank } = told.identification;
    const points = draws.flat();
    const isInside = (point: Float64Array) =>
      directions.slice(0, rank).map(({ vector }) => {
        const places = points.map((one) => along(one, vector));
        const place = along(point, vector);
        return place >= Math.min(...places) && place <= Math.max(...places);
      });
    return {
      inside: isInside(pointOf(free, values)),
      mirrored: isInside(truth.map((u) => 1 - u)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function targetOf(id: string, value: number, scale: number): Target {
  const quantity = { kind: 'measure', measure: id } as const;
  const band = [value - bandWidth * scale, value + bandWidth * scale] as const;
  return { id, market: 'market-led', quantity, value, scale, band, unit: '', source: 'recovery' };
}

function along(point: Float64Array, direction: Float64Array): number {
  return point.reduce((sum, x, i) => sum + x * direction[i], 0);
}
