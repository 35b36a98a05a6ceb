import type { Ledger, World } from '../../src/engine/index.ts';
import type { Finding } from '../../src/experiments/experiment.ts';
import type { Task } from './task.ts';

/** What was measured, and whether that is within the bound. */
export interface Reading {
  /** The number that is nearest to its bound, and where it is. */
  readonly measured: string;
  readonly holds: boolean;
}

/** Where judges find what came of tasks. */
export interface Found {
  readonly ledger: (task: Task, world?: World) => Ledger;
  readonly findings: (task: Task) => readonly Finding[];
  readonly pds: (task: Task) => Float64Array;
}

/** Something wrong that a law must notice: other tasks in place of its own, or other numbers in place of what was found. */
export interface Fault {
  readonly says: string;
  readonly instead?: (task: Task) => Task;
  readonly spoil?: (ledger: Ledger) => Ledger;
  readonly spoilFinding?: (finding: Finding) => Finding;
  /** Findings of these worlds are those of others. */
  readonly look?: Readonly<Record<string, World>>;
}

interface Told {
  /** As in the list of laws: a, b, …; for what is expected only, a dash. */
  readonly letter: string;
  readonly says: string;
  readonly bound: string;
  readonly tasks: readonly Task[];
  readonly judge: (found: Found) => Reading;
}

/** What every market must keep; broken, the suite fails, unless it is known to be open. */
export interface Law extends Told {
  readonly fault: Fault;
  /** What is known of it, where the economy does not keep this law yet: it is told as not kept, and does not fail. */
  readonly open?: string;
}

/** What the model is for, and what is good to know: reported, never required. */
export type Expectation = Told;

/** A value and where it was found. */
export interface Place {
  readonly value: number;
  readonly where: string;
}

/** The place with the largest excess over its bound; the first one with a value that is no number. */
function worst(places: readonly Place[], excess: (value: number) => number): Place {
  const [first, ...others] = places;
  const of = ({ value }: Place) => (Number.isNaN(value) ? Infinity : excess(value));
  return others.reduce((most, place) => (of(place) > of(most) ? place : most), first);
}

/** All are within least … most; NaN is not. */
export function allWithin(
  places: readonly Place[],
  least: number,
  most: number,
  told: (value: number) => string = (value) => fixed(value),
): Reading {
  const middle = Number.isFinite(least + most) ? (least + most) / 2 : 0;
  const one = worst(places, (value) =>
    most === Infinity ? -value : least === -Infinity ? value : Math.abs(value - middle),
  );
  return {
    measured: `${told(one.value)} (${one.where})`,
    holds: places.every(({ value }) => value >= least && value <= most),
  };
}

export function fixed(value: number, digits = 4): string {
  return value.toFixed(digits).replace('-', '−');
}
