import type { Address } from '../model/link.ts';
import { withStretch, type Film } from '../run/film.ts';
import {
  here,
  type GivenScenario,
  type HeardAnswer,
  type WorkerAnswer,
  type WorkerTask,
} from '../run/messages.ts';

/** A market of more borrowers is not waited for once its answer is of no use any more: its worker is ended. */
const patientUpTo = 4000;

interface Lane {
  worker: Worker;
  /** What it is at. */
  task: WorkerTask | undefined;
  /** Of its film what was sent so far, whether or not anybody asks for it now. */
  film: Film | undefined;
  fails: number;
  /** Answers that came before anybody listened. */
  early: readonly WorkerAnswer[];
}

/** A worker that runs already, what it was asked, and what it has told so far. */
export interface Begun {
  readonly worker: Worker;
  readonly task: WorkerTask | undefined;
  readonly answers: readonly WorkerAnswer[];
  /** Whoever takes it over hears it from now on. */
  readonly release: () => void;
}

/** What began before the page: workers and where more of them begin, the address, and the scenario in the file. */
export interface Engine {
  readonly url: string;
  readonly begun: readonly Begun[];
  readonly given: GivenScenario | undefined;
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
  private readonly given: GivenScenario | undefined;
  private readonly listener: Listener;
  private waiting: WorkerTask[] = [];
  private question = 0;
  private isPaused = false;

  constructor({ url, begun, given }: Engine, listener: Listener) {
    this.url = url;
    this.given = given;
    this.listener = listener;
    for (const { worker, task, answers, release } of begun) {
      release();
      this.lanes.push({
        worker: this.take(worker),
        task,
        film: undefined,
        fails: 0,
        early: answers,
      });
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
      if (!next) return;
      lane.task = next;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
      lane.worker.postMessage(next);
    }
  }

  private take(worker: Worker): Worker {
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer | typeof here>) => {
      if (data === here) return;
      const lane = this.lanes.find((one) => one.worker === worker);
      if (lane) this.hear(lane, data);
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
    lane.worker = this.take(new Worker(this.url));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    if (this.given) lane.worker.postMessage(this.given);
  }

  /** Ends a worker as a crash would: for tests. */
  crash(): void {
    this.recover(this.lanes[0]);
  }
}

/** An answer with all of the film that its lane has sent so far. */
function join(lane: Lane, answer: WorkerAnswer): HeardAnswer {
  if (!('stretch' in answer)) return answer;
  const { stretch, ...rest } = answer;
  const film = withStretch(lane.film, stretch);
  lane.film = film;
  return { ...rest, film };
}

/** Whether two tasks are the same, whoever asked. */
function isSame(one: WorkerTask, other: WorkerTask): boolean {
  const [text, otherText] = [one, other].map(({ question: _, ...what }) => JSON.stringify(what));
  return text === otherText;
}
