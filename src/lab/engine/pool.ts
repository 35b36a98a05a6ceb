import type { Address } from '../model/link.ts';
import { withFootage, type Film } from '../run/film.ts';
import {
  here,
  type HeardAnswer,
  wantsReader,
  type WorkerAnswer,
  type WorkerNews,
  type WorkerTask,
} from '../run/messages.ts';
import { ReaderLink, type ReaderSource } from './reader-link.ts';

/** A market of more borrowers is not waited for once its answer is of no use any more: its worker is ended. */
const patientUpTo = 4000;

interface Lane {
  worker: Worker;
  /** What it is at. */
  task: WorkerTask | undefined;
  /** It has a line to the reader. */
  isLinked: boolean;
  /** Of its film what was sent so far, whether or not anybody asks for it now. */
  film: Film | undefined;
  fails: number;
  /** Answers that came before anybody listened. */
  early: readonly WorkerAnswer[];
}

/** What a worker says: that it is there, that it wants a line to the reader, or an answer. */
export type WorkerWord = typeof here | typeof wantsReader | WorkerAnswer;

/** A worker that runs already, what it was asked, and what it has said so far. */
export interface Begun {
  readonly worker: Worker;
  readonly task: WorkerTask | undefined;
  readonly words: readonly Exclude<WorkerWord, typeof here>[];
  /** Whoever takes it over hears it from now on. */
  readonly release: () => void;
}

/** What began before the page: workers and where more of them begin, the address, and the scenario in the file. */
export interface Engine extends ReaderSource {
  readonly url: string;
  readonly begun: readonly Begun[];
  readonly address: Address;
}

/** What the page is told. */
export interface Listener {
  readonly onAnswer: (answer: HeardAnswer) => void;
  /** A worker failed and was started anew; or failed again, and its task is given up. */
  readonly onFailure: (isGivenUp: boolean) => void;
}

/**
 * Two workers. The latest question wins: what was asked before is never queued, and its answers are thrown away, unless it is
 * asked again: then it goes on.
 */
export class WorkerPool {
  private readonly lanes: Lane[] = [];
  private readonly url: string;
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
    for (const { worker, task, words, release } of begun) {
      release();
      const early = words.filter((word) => word !== wantsReader);
      const rest = { isLinked: false, film: undefined, fails: 0, early };
      const lane: Lane = { worker: this.take(worker), task, ...rest };
      this.lanes.push(lane);
      if (early.length < words.length) this.link(lane);
    }
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
    const { task } = lane;
    if (!task) return;
    const k = this.waiting.findIndex((one) => isSame(one, task));
    if (k >= 0) [lane.task] = this.waiting.splice(k, 1);
    else if (task.bench.borrowers > patientUpTo) this.restart(lane);
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
    return this.waiting.length + this.lanes.filter(({ task }) => task).length;
  }

  private feed(): void {
    if (this.isPaused) return;
    for (const lane of this.lanes) {
      if (lane.task) continue;
      const next = this.waiting.shift();
      if (!next) break;
      lane.task = next;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
      lane.worker.postMessage(next);
    }
    // Whoever turns the first dial does not wait for the reader's script.
    if (this.load === 0) for (const lane of this.lanes) this.link(lane);
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
    const isAsked = lane.task?.question === this.question;
    const heard = join(lane, answer);
    if (answer.kind !== 'part') {
      lane.task = undefined;
      lane.fails = 0;
    }
    if (isAsked) this.listener.onAnswer(heard);
    this.feed();
  }

  /** Once more with a new worker; a second time its task is given up. */
  private recover(lane: Lane): void {
    const { task } = lane;
    lane.fails += 1;
    this.restart(lane);
    const again = task?.question === this.question && lane.fails < 2;
    if (task && again) this.waiting.unshift(task);
    else lane.fails = 0;
    this.listener.onFailure(task !== undefined && !again);
    this.feed();
  }

  private restart(lane: Lane): void {
    lane.worker.terminate();
    lane.task = undefined;
    lane.early = [];
    lane.isLinked = false;
    lane.worker = this.take(new Worker(this.url));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    if (this.given) lane.worker.postMessage({ ready: this.given.ready } satisfies WorkerNews);
  }

  /** The reader failed: whoever waits for it does its task anew. */
  private startAgain(): void {
    for (const lane of this.lanes) {
      if (lane.task) this.recover(lane);
      else this.restart(lane);
    }
  }

  /** Ends a worker as a crash would: for tests. */
  crash(): void {
    this.recover(this.lanes[0]);
  }
}

/** An answer with all of the film that its lane has sent so far. */
function join(lane: Lane, answer: WorkerAnswer): HeardAnswer {
  if (!('footage' in answer)) return answer;
  const { footage, ...rest } = answer;
  const film = withFootage(lane.film, footage);
  lane.film = film;
  return { ...rest, film };
}

/** Whether two tasks are the same, whoever asked. */
function isSame(one: WorkerTask, other: WorkerTask): boolean {
  const [text, otherText] = [one, other].map(({ question: _, ...what }) => JSON.stringify(what));
  return text === otherText;
}
