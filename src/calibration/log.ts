import { csvLine } from '../text/csv.ts';
import { misfitOf } from './misfit.ts';
import type { FreeParameter } from './space.ts';
import { targetName, type Target } from './targets.ts';

/** One vector and what came of it. */
export interface Evaluation {
  /** Where in a search it was asked. */
  readonly stage: string;
  /** Of the free parameters. Shape (parameters). */
  readonly values: readonly number[];
  /** Of the targets' quantities; NaN where not defined. Shape (targets). */
  readonly moments: readonly number[];
}

/** What a log is about. */
export interface LogLayout {
  readonly free: readonly FreeParameter[];
  readonly targets: readonly Target[];
}

const firstColumns = ['evaluation', 'stage', 'misfit', 'outside'];

/** Whether a text begins as a log does, whatever it is about; it may have been cut off while it was begun. */
export function isLogBegin(text: string): boolean {
  const begin = `${firstColumns.join(',')},`;
  return begin.startsWith(text.slice(0, begin.length));
}

/** First line of a log, without its end. */
export function logHeader({ free, targets }: LogLayout): string {
  return csvLine([...firstColumns, ...free.map(({ key }) => key), ...targets.map(targetName)]);
}

/**
 * One line, without its end: numbers in the shortest form that reads back to the bit, empty where not defined.
 *
 * @param index place in the log, from 0
 */
export function logLine({ targets }: LogLayout, index: number, evaluation: Evaluation): string {
  const { stage, values, moments } = evaluation;
  const { value, outside } = misfitOf(targets, moments);
  return csvLine([
    ...[index + 1, stage, Number(value.toPrecision(6)), outside.length],
    ...[...values, ...moments],
  ]);
}

/**
 * What a log holds. A last line without its end was being written when the process was killed: it is left out.
 *
 * @returns undefined if the text is no log of this layout, or was changed: a line written again is not the line there
 */
export function readLog(layout: LogLayout, text: string): Evaluation[] | undefined {
  const lines = text.split('\n').slice(0, -1);
  if (lines.length === 0) return [];
  if (lines[0] !== logHeader(layout)) return undefined;
  const first = 4;
  const parameters = layout.free.length;
  const evaluations = lines.slice(1).map((line): Evaluation => {
    const cells = line.split(',');
    const numbers = cells.slice(first).map((cell) => (cell === '' ? NaN : Number(cell)));
    return {
      stage: cells[1] ?? '',
      values: numbers.slice(0, parameters),
      moments: numbers.slice(parameters),
    };
  });
  const isWhole = evaluations.every((one, i) => logLine(layout, i, one) === lines[i + 1]);
  return isWhole ? evaluations : undefined;
}
