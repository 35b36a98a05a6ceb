import { isAbsolute, relative, resolve } from 'node:path';
import type { Admissible, Calibration, SearchFound } from '../../calibration/index.ts';
import {
  directionTable,
  fitPage,
  fitTable,
  parameterTable,
  sensitivityTable,
  setPage,
  setTable,
  vectorScenario,
  type PageTable,
} from '../../calibration/index.ts';
import { publishBeside } from '../../folder/output-folder.ts';
import { csvLine } from '../../text/csv.ts';

/** What a search leaves beside its logs. */
export const foundNames = [
  ...['best.yaml', 'fit.csv', 'fit.md', 'parameters.csv', 'directions.csv', 'sensitivity.csv'],
] as const;

/** What the admissible set leaves. */
export const setNames = ['admissible.csv', 'admissible.md'] as const;

/** Writes what a search found beside its logs. */
export function writeFound(
  folder: string,
  calibration: Calibration,
  told: SearchFound,
  force = false,
): void {
  const { base } = calibration;
  const reference = isAbsolute(base) ? pathFrom(folder, base) : base;
  const files: Record<(typeof foundNames)[number], string> = {
    'best.yaml': vectorScenario(calibration, told.best, reference),
    'fit.csv': csvText(fitTable(told)),
    'fit.md': fitPage(calibration, told),
    'parameters.csv': csvText(parameterTable(calibration, told)),
    'directions.csv': csvText(directionTable(calibration, told)),
    'sensitivity.csv': csvText(sensitivityTable(calibration, told)),
  };
  publishBeside(folder, new Map(Object.entries(files)), { leaves: false, force });
}

/** Writes the admissible set: the vectors, and a page that says how they were drawn. */
export function writeSet(
  folder: string,
  calibration: Calibration,
  found: Admissible,
  force = false,
): void {
  const files: Record<(typeof setNames)[number], string> = {
    'admissible.csv': csvText(setTable(calibration, found)),
    'admissible.md': setPage(calibration, found),
  };
  publishBeside(folder, new Map(Object.entries(files)), { leaves: false, force });
}

/** A path as a scenario in the folder would name it. */
function pathFrom(folder: string, path: string): string {
  const short = relative(resolve(folder), path).replaceAll('\\', '/');
  return short.startsWith('.') ? short : `./${short}`;
}

function csvText({ head, rows }: PageTable): string {
  return `${[head, ...rows].map((row) => csvLine(row)).join('\n')}\n`;
}
