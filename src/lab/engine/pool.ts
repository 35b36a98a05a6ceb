import type { Address } from '../model/link.ts';
import type { Side } from '../model/town.ts';
import type { Film } from '../run/film.ts';
import type { Opening } from '../run/opening.ts';
import {
  here,
  isSame,
  withFilm,
  type HeardAnswer,
  wantsReader,
  type WorkerAnswer,
  type WorkerNews,
  type WorkerTask,
} from '../run/messages.ts';
import { ReaderLink, type ReaderSource } from './reader-link.ts';

/** A market of more borrowers is not waited for once its answer is of no use any more: its worker is ended. */
export const patientUpTo = 4000;
/** Workers at most. */
const mostLanes = 2;

interface Lane {
  worker: Worker;
  /** What it is at, and behind it what it was asked at the same time. */
  tasks: readonly WorkerTask[];
  /** It has a line to the reader. */
  isLinked: boolean;
  /** Of its films what was sent so far, whether or not anybody asks for them now. */
  readonly films: Partial<Record<Side, Film>>;
  fails: number;
  /** Answers that came before anybody listened. */
  early: readonly WorkerAnswer[];
}

/** What a worker says: that it is there, that it wants a line to the reader, or an answer. */
export type WorkerWord = typeof here | typeof wantsReader | WorkerAnswer;

/** A worker that runs already, what it was asked, and what it has said so far. */
export interface Begun {
  readonly worker: Worker;
  readonly tasks: readonly WorkerTask[];
  readonly words: readonly Exclude<WorkerWord, typeof here>[];
  /** Whoever takes it over hears it from now on. */
  readonly release: () => void;
}

/** What began before the page: workers and where more of them begin, the address, and the scenario in the file. */
export interface Engine extends ReaderSource {
  /** Where a worker's script is. */
  readonly url: () => string;
  readonly begun: readonly Begun[];
  readonly address: Address;
  /** How the towns begin that the address asks for, if the lab brought that along. */
  readonly opening: Opening | undefined;
}

/** What the page is told. */
export interface Listener {
  readonly onAnswer: (answer: HeardAnswer) => void;
  /** A worker failed and was started anew; or failed again, and its task is given up. */
  readonly onFailure: (isGivenUp: boolean) => void;
}

/**
 * Two workers at most, of which the second begins once there is something to do besides what the page opens with. The latest
 * question wins: what was asked before is never queued, and its answers are thrown away, unless it is asked again: then it
 * goes on.
 */
export class WorkerPool {
  private readonly lanes: Lane[] = [];
  private readonly url: Engine['url'];
  private readonly given: Engine['given'];
  private readonly reader: ReaderLink;
  private readonly listener: Listener;
  private waiting: WorkerTask[] = [];
  private question = 0;
  private isPaused = false;

  constructor(engine: Engine, listener: Listener) {
    const { url, begun, given } = engine;
    this.url = url;
    this.given = given;
    this.reader = new ReaderLink(engine, () => this.startAgain());
    this.listener = listener;
    for (const { worker, tasks, words, release } of begun) {
      release();
      const early = words.filter((word) => word !== wantsReader);
      const lane = this.addLane(worker, tasks, early);
      if (early.length < words.length) this.link(lane);
    }
  }

  private addLane(
    worker: Worker,
    tasks: readonly WorkerTask[],
    early: readonly WorkerAnswer[] = [],
  ): Lane {
    const lane = { worker: this.take(worker), tasks, isLinked: false, films: {}, fails: 0, early };
    this.lanes.push(lane);
    return lane;
  }

  /** Asks anew; everything that was asked before is dropped. Tasks are done in this order. */
  ask(tasks: readonly Omit<WorkerTask, 'question'>[]): void {
    this.question += 1;
    this.waiting = tasks.map((task) => ({ ...task, question: this.question }));
    for (const lane of this.lanes) this.carryOn(lane);
    this.feed();
    // Once whoever asks knows what it has asked for.
    queueMicrotask(() => {
      for (const lane of this.lanes) {
        const { early } = lane;
        lane.early = [];
        for (const answer of early) this.hear(lane, answer);
      }
    });
  }

  /** What a lane is at goes on if it is asked for again; of a large market it is ended if not. */
  private carryOn(lane: Lane): void {
    const isLarge = lane.tasks.some(({ bench }) => bench.borrowers > patientUpTo);
    lane.tasks = lane.tasks.map((task) => {
      const k = this.waiting.findIndex((one) => isSame(one, task));
      if (k < 0) return task;
      const [{ question }] = this.waiting.splice(k, 1);
      return { ...task, question };
    });
    if (isLarge && !lane.tasks.some((task) => this.isAsked(task))) this.restart(lane);
  }

  private isAsked({ question }: WorkerTask): boolean {
    return question === this.question;
  }

  /** Asks one thing more, before all that waits. */
  askAlso(task: Omit<WorkerTask, 'question'>): void {
    this.waiting.unshift({ ...task, question: this.question });
    this.feed();
  }

  /** Holds what has not begun: the page is hidden. */
  pause(isPaused: boolean): void {
    this.isPaused = isPaused;
    this.feed();
  }

  /** Tasks that are being done or wait. */
  get load(): number {
    return this.waiting.length + this.lanes.flatMap(({ tasks }) => tasks).length;
  }

  private feed(): void {
    if (this.isPaused) return;
    for (const lane of this.lanes) if (lane.tasks.length === 0) this.give(lane);
    // What a page opens with has the machine to itself.
    const isOpening = this.lanes.some(({ tasks }) =>
      tasks.some((task) => task.opening && this.isAsked(task)),
    );
    const isAtRest = this.load === 0;
    const isWanted = isAtRest || (this.waiting.length > 0 && !isOpening);
    if (isWanted && this.lanes.length < mostLanes) this.give(this.addLane(this.newWorker(), []));
    // Whoever turns the first dial waits for no script.
    if (isAtRest) for (const lane of this.lanes) this.link(lane);
  }

  private give(lane: Lane): void {
    const next = this.waiting.shift();
    if (!next) return;
    lane.tasks = [next];
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    lane.worker.postMessage(next);
  }

  private newWorker(): Worker {
    const worker = new Worker(this.url());
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    if (this.given) worker.postMessage({ ready: this.given.ready } satisfies WorkerNews);
    return worker;
  }

  private link(lane: Lane): void {
    if (lane.isLinked) return;
    lane.isLinked = true;
    this.reader.link(lane.worker);
  }

  private take(worker: Worker): Worker {
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerWord>) => {
      const lane = this.lanes.find((one) => one.worker === worker);
      if (!lane || data === here) return;
      if (data === wantsReader) this.link(lane);
      else this.hear(lane, data);
    });
    worker.addEventListener('error', () => {
      const lane = this.lanes.find((one) => one.worker === worker);
      if (lane) this.recover(lane);
    });
    return worker;
  }

  /** An answer is to what its lane is at. */
  private hear(lane: Lane, answer: WorkerAnswer): void {
    const heard = withFilm(lane.films, answer);
    const task = lane.tasks.find(({ side }) => side === answer.side);
    if (answer.kind !== 'part') {
      lane.tasks = lane.tasks.filter((one) => one !== task);
      lane.fails = 0;
    }
    if (task && this.isAsked(task)) this.listener.onAnswer(heard);
    this.feed();
  }

  /** Once more with a new worker; a second time its tasks are given up. */
  private recover(lane: Lane): void {
    const hadTasks = lane.tasks.length > 0;
    const asked = lane.tasks.filter((task) => this.isAsked(task));
    lane.fails += 1;
    this.restart(lane);
    const again = asked.length > 0 && lane.fails < 2;
    if (again) this.waiting.unshift(...asked.map(({ opening: _, ...task }) => task));
    else lane.fails = 0;
    this.listener.onFailure(hadTasks && !again);
    this.feed();
  }

  private restart(lane: Lane): void {
    lane.worker.terminate();
    lane.tasks = [];
    lane.early = [];
    lane.isLinked = false;
    lane.worker = this.take(this.newWorker());
  }

  /** The reader failed: whoever waits for it does its task anew. */
  private startAgain(): void {
    for (const lane of this.lanes) {
      if (lane.tasks.length > 0) this.recover(lane);
      else this.restart(lane);
    }
  }

  /** Ends a worker as a crash would: for tests. */
  crash(): void {
    this.recover(this.lanes[0]);
  }
}
