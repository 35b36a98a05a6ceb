import { type Market, type MarketInstitution, join } from '../../engine/index.ts';
import { type Observed, Status, fileReader, withEverybody } from '../../engine/observe/index.ts';
import { pageSize } from '../../random/draws.ts';
import {
  type FileColumn,
  fileColumns,
  type Files,
  type People,
  type PeopleColumn,
  peopleColumns,
  type PeopleNeed,
} from '../seen.ts';
import type { History, LivingLoan } from './history.ts';
import { columnsOf } from '../table.ts';

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- keys of a literal
const names = Object.keys(peopleColumns) as PeopleColumn[];
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- keys of a literal
const fileNames = Object.keys(fileColumns) as FileColumn[];

/** Takes a snapshot of everybody and counts what befalls them from then on. */
export interface Snapshot {
  /** Inside `applications` of each quarter. @param fate uniform draws of potential outcomes, by row */
  readonly look: (seen: Observed, fate: Float64Array) => void;
  /** Inside `quarterEnd`. */
  readonly follow: (quarter: number, loan: LivingLoan) => void;
  /** Quarters in which potential outcomes are looked at. */
  readonly isAwake: (quarter: number) => boolean;
  readonly people: () => People;
}

/** Somebody who reads everybody's file, and what it has found so far. */
interface FileReader {
  readonly name: string;
  readonly read: ReturnType<typeof fileReader>;
  readonly found: Record<FileColumn, Float64Array>;
}

/** @param n borrowers who are watched: the first ones, whose order means nothing */
export function createSnapshot(
  market: Market,
  institution: MarketInstitution,
  history: History,
  n: number,
  { after, ahead, files: views = {} }: PeopleNeed,
): Snapshot {
  const sharing = join(market.lenders, institution);
  const start = market.burnIn + after;
  const end = start + ahead;
  const column = columnsOf(names, () => new Float64Array(n));
  const readers = Object.entries(views).map(([name, view]): FileReader => ({
    name,
    read: fileReader(market, sharing, view),
    found: columnsOf(fileNames, () => new Float64Array(n)),
  }));

  const look = (seen: Observed, fate: Float64Array): void => {
    const { roll, terms, outcome, quarter } = seen;
    if (quarter < start || quarter >= end) return;
    if (quarter === start) describe(seen, history, column, readers);
    for (let r = 0; r < roll.n; r++) {
      if (roll.slot[r] >= pageSize) continue;
      const who = roll.first + roll.person[r];
      column.applied[who] += 1;
      column.signed[who] += outcome.taken[r];
      const isRefused = terms.approved[r] === 0 && terms.explored[r] === 0;
      if (isRefused && fate[r] < outcome.pd[r]) column.refusedBad[who] += 1;
    }
  };

  const follow = (quarter: number, { borrower, signed, status }: LivingLoan): void => {
    if (quarter < start || quarter >= end) return;
    if (quarter === start && signed < start) column.openLoans[borrower] += 1;
    if (status === Status.cannotPay || status === Status.willNotPay)
      column.defaulted[borrower] += 1;
  };

  return {
    look,
    follow,
    isAwake: (quarter) => quarter >= start && quarter < end,
    people: () => ({
      ...{ n, ...column },
      files: Object.fromEntries(
        readers.map(({ name, found }): [string, Files] => [name, { n, ...found }]),
      ),
    }),
  };
}

/** Everybody of a page as the snapshot is taken: into `column`, and into what each reader has found. */
function describe(
  seen: Observed,
  history: History,
  column: Record<PeopleColumn, Float64Array>,
  readers: readonly FileReader[],
): void {
  const { roll, hidden, people, quarter } = seen;
  const { first, size } = roll;
  for (let i = 0; i < size; i++) {
    const who = first + i;
    column.income[who] = hidden.income[i];
    column.need[who] = people.need[who];
    column.strain[who] = hidden.strain[i];
    column.character[who] = people.character[who];
    column.capacity[who] = hidden.capacity[i];
    column.capital[who] = people.capital[who];
    column.sinceDefault[who] = quarter - history.lastDefault[who];
  }
  const everybody = withEverybody(seen);
  for (const { read, found } of readers) {
    const files = read(everybody);
    for (const name of fileNames) found[name].set(files[name].subarray(0, size), first);
  }
}
