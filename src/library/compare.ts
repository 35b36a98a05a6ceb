import { UserError } from '../errors.ts';
import { resultDictionary, type Row } from '../measures/index.ts';
import { seedKey } from '../random/seed.ts';
import { compareRuns, type RunContrast } from '../replicates/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Rows } from './result/rows.ts';

/** One of two runs that are compared. */
export interface ComparedRun {
  readonly rows: readonly Row[];
  readonly scenario: Scenario;
}

/** Differences of the second to the first, paired where their seeds match. */
export function contrastsOf(a: ComparedRun, b: ComparedRun): RunContrast[] {
  const contrasts = compareRuns(sideOf(a), sideOf(b), resultDictionary);
  if (contrasts.length > 0) return contrasts;
  throw new UserError('the two have no institution, world and measure in common');
}

function sideOf({ rows, scenario: { seed, replicates } }: ComparedRun) {
  const keys = Array.from({ length: replicates }, (_, replicate) => {
    const words = seedKey(seed, replicate);
    return [replicate, words.map((word) => word.toString(16).padStart(8, '0')).join('')] as const;
  });
  return { rows, seeds: new Map(keys) };
}

/** Columns as rows again. */
export function columnsAsRows(columns: Rows): Row[] {
  return Array.from(columns.value, (value, i) => ({
    scenario: columns.scenario[i],
    institution: columns.institution[i],
    world: columns.world[i],
    replicate: columns.replicate[i],
    quarter: columns.quarter[i],
    measure: columns.measure[i],
    value,
  }));
}
