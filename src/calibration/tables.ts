import { fitting, freedomOf } from './freedom.ts';
import { misfitOf } from './misfit.ts';
import { boundOf, type FreeParameter } from './space.ts';
import { targetName, type Calibration } from './targets.ts';
import { short, type SearchFound } from './words.ts';

/** A table as files and pages write it. */
export interface PageTable {
  readonly head: readonly string[];
  /** Full precision; NaN where not defined. */
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Each target, what it should be, and what the best vector gives. */
export function fitTable({ fit }: Pick<SearchFound, 'fit'>): PageTable {
  return {
    head: [
      'target',
      'value',
      'low',
      'high',
      'search',
      'mean',
      'mean low',
      'mean high',
      'verdict',
      'unit',
      'source',
    ],
    rows: fit.map(({ target, searched, checked, verdict }) => [
      ...[targetName(target), target.value, ...target.band, searched],
      ...[checked.mean, checked.low, checked.high, verdict, target.unit, target.source],
    ]),
  };
}

/** Each free parameter: its range, the best value, whether at an end, and where vectors lie that fit as well. */
export function parameterTable(
  { free, targets }: Calibration,
  { best, evaluations, identification: { idle } }: SearchFound,
): PageTable {
  const stated = misfitOf(targets, best.moments).outside;
  const freedom = freedomOf(free, fitting(targets, evaluations, stated));
  const remark = (parameter: FreeParameter, i: number) => {
    const end = boundOf(parameter, best.values[i]);
    const words = [
      ...(end ? [`at the ${end} end`] : []),
      ...(idle.includes(i) ? ['moves nothing'] : []),
    ];
    return words.join('; ');
  };
  return {
    head: [
      'parameter',
      'from',
      'to',
      'scale',
      'best',
      'fits from',
      'fits to',
      'share of range',
      'remark',
    ],
    rows: free.map((parameter, i) => [
      ...[parameter.key, parameter.low, parameter.high, parameter.scale, best.values[i]],
      ...[freedom[i].low, freedom[i].high, freedom[i].share, remark(parameter, i)],
    ]),
  };
}

/** Singular values, strongest first, each with its direction in the space of parameters. */
export function directionTable(
  { free }: Calibration,
  { identification: { directions, rank } }: SearchFound,
): PageTable {
  return {
    head: ['direction', 'singular value', 'settled', ...free.map(({ key }) => key)],
    rows: directions.map(({ strength, vector }, k) => [
      ...[k + 1, strength, k < rank ? 'yes' : 'no', ...vector],
    ]),
  };
}

/** Singular values below this share of the largest are rounding of the decomposition. */
const rounding = 1e-9;

/** The directions' table with a word where a singular value is nothing but rounding. */
export function withoutRounding({ head, rows }: PageTable): PageTable {
  const column = head.indexOf('singular value');
  const largest = Math.max(...rows.map((row) => Number(row[column])));
  const cell = (value: string | number, i: number) =>
    i === column && Number(value) < rounding * largest ? 'none' : value;
  return { head, rows: rows.map((row) => row.map(cell)) };
}

/** How far each parameter moves, in its own unit of range, where a target is one unit higher. */
export function sensitivityTable(
  { free, targets }: Calibration,
  { identification: { sensitivity } }: SearchFound,
): PageTable {
  return {
    head: ['parameter', ...targets.map(targetName)],
    rows: free.map(({ key }, i) => [
      key,
      ...sensitivity.subarray(i * targets.length, (i + 1) * targets.length),
    ]),
  };
}

/** The same for people to read: numbers of three digits. */
export function readable({ head, rows }: PageTable): { head: readonly string[]; rows: string[][] } {
  return {
    head,
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'number' ? short(cell) : cell))),
  };
}
