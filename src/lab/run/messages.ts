import type { World } from '../../engine/index.ts';
import type { Problem } from '../../errors.ts';
import type { Value } from '../../jobs/work.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { Bench, Side } from '../model/town.ts';
import type { Bucket } from './bucket.ts';
import { withFootage, type Film, type Footage } from './film.ts';
import type { PersonStory } from './person.ts';
import type { ReadyTowns } from './ready.ts';
import type { ThirdSums } from './thirds.ts';

/** What the page asks of a worker. */
export interface WorkerTask {
  /** Names the question that it belongs to: answers to an earlier one are thrown away. */
  readonly question: number;
  readonly bench: Bench;
  readonly side: Side;
  /**
   * Of a film that a page opens with: its worker shows the first quarter of both towns before it begins with the film, or it has
   * shown that already, or the lab brought along how it begins.
   */
  readonly opening?: 'shows' | 'shown' | 'brought';
  readonly want:
    | { readonly kind: 'film' }
    /** Numbers alone, of another replicate. */
    | { readonly kind: 'numbers' }
    | { readonly kind: 'person'; readonly person: number }
    /** What its credit is worth, and what hidden action costs: four worlds. */
    | { readonly kind: 'bucket' }
    /** Randomised prices, in the market of this town. */
    | { readonly kind: 'experiment'; readonly id: ExperimentId }
    /** results.csv of the command line. */
    | { readonly kind: 'csv' };
}

/** Experiments that the lab does: the lottery of lesson 3, and the textbook's curves. */
export type ExperimentId = 'karlan-zinman' | 'cost-curves';

/** What a scenario that the file was written with puts in place of the lab's own. */
export interface GivenScenario {
  /** What towns extend. */
  readonly id: string;
  /** What its author calls it. */
  readonly name: string;
  readonly text: string;
  /** The towns that the sandbox begins with. */
  readonly bench: Bench;
  /** What its economy says of what a dial turns, by key. */
  readonly usual: Readonly<Record<string, number>>;
  /** Those towns, read. */
  readonly ready: ReadyTowns;
}

/** What a worker hears besides tasks: towns that were read, in place of the lab's own; its line to the reader. */
export type WorkerNews = { readonly ready: ReadyTowns } | { readonly reader: MessagePort };

/** A line of a worker to the reader. */
export interface ReaderPort {
  readonly port: MessagePort;
  /** The scenario that the file was written with. */
  readonly given: GivenScenario | undefined;
}

/** What a worker asks of the reader. */
export interface ReadingTask extends Pick<WorkerTask, 'bench' | 'side'> {
  /** In place of the world that the town lives in. */
  readonly worlds?: readonly World[] | undefined;
}

/** The scenario of a town, or what is wrong with it, or with us. */
export type ReadingAnswer =
  | { readonly scenario: Scenario }
  | { readonly problems: readonly Problem[] }
  | { readonly failure: string };

/** What a worker says that has no line to the reader and wants one. */
export const wantsReader = 'wants-reader';

/** Whole-run numbers of a town by measure, of the world that it lives in. */
type TownNumbers = Readonly<Record<string, number>>;

/** What a worker that begins with the page says before it has run anything of the engine. */
export const here = 'here';

/** What a worker tells of the task that it is at: of a film what it has not sent yet. */
export type WorkerAnswer = Answer<{ readonly footage: Footage }>;

/** The same with the film as far as it is known: it is one object from its first quarter to its last. */
export type HeardAnswer = Answer<{ readonly film: Film }>;

type Answer<Shots> = {
  readonly side: Side;
  readonly replicate: number;
} & (
  | (Shots & { readonly kind: 'part'; readonly quarter: number })
  | (Shots & {
      readonly kind: 'film';
      readonly thirds: ThirdSums;
      readonly numbers: TownNumbers;
      readonly series: Readonly<Record<string, readonly number[]>>;
    })
  | { readonly kind: 'numbers'; readonly thirds: ThirdSums; readonly numbers: TownNumbers }
  | { readonly kind: 'person'; readonly story: PersonStory }
  | { readonly kind: 'bucket'; readonly bucket: Bucket }
  | {
      readonly kind: 'experiment';
      readonly id: ExperimentId;
      readonly findings: readonly Value[];
    }
  | { readonly kind: 'csv'; readonly csv: string }
  | { readonly kind: 'problem'; readonly lines: readonly string[]; readonly isOurs: boolean }
);

/** An answer with all of the film of its town that was sent so far, which it is added to. */
export function withFilm(films: Partial<Record<Side, Film>>, answer: WorkerAnswer): HeardAnswer {
  if (!('footage' in answer)) return answer;
  const { footage, ...rest } = answer;
  const film = withFootage(films[rest.side], footage);
  films[rest.side] = film;
  return { ...rest, film };
}

/** Whether two tasks are the same, whoever asked, and whether or not a page opens with them. */
export function isSame(one: WorkerTask, other: WorkerTask): boolean {
  const [text, otherText] = [one, other].map(({ question: _, opening: __, ...what }) =>
    JSON.stringify(what),
  );
  return text === otherText;
}

/** Numbers of the whole run, and those by quarter, of one world. */
export function numbersOf(values: readonly Value[], world: string) {
  const numbers: Record<string, number> = {};
  const series: Record<string, number[]> = {};
  for (const { world: of, quarter, measure, value } of values) {
    if (of !== world) continue;
    if (quarter === null) numbers[measure] = value;
    else (series[measure] ??= [])[quarter] = value;
  }
  return { numbers, series };
}
