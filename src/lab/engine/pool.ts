import type { WorkerAnswer, GivenScenario, WorkerTask } from '../run/messages.ts';

/** A market of more borrowers is not waited for once its answer is of no use any more: its worker is ended. */
const patientUpTo = 4000;

interface Lane {
  worker: Worker;
  /** What it is at. */
  task: WorkerTask | undefined;
  fails: number;
}

/** Workers that run already, and where more of them begin. */
export interface Engine {
  readonly url: string;
  readonly workers: readonly Worker[];
}

/** What the page is told. */
export interface Listener {
  readonly onAnswer: (answer: WorkerAnswer) => void;
  /** A worker failed and was started anew; or failed again, and its task is given up. */
  readonly onFailure: (isGivenUp: boolean) => void;
}

/**
 * Two workers. The latest question wins: what was asked before is never queued, and its answers are thrown away.
 */
export class WorkerPool {
  private readonly lanes: Lane[] = [];
  private readonly url: string;
  private readonly given: GivenScenario | undefined;
  private readonly listener: Listener;
  private waiting: WorkerTask[] = [];
  private question = 0;
  private isPaused = false;

  constructor({ url, workers }: Engine, given: GivenScenario | undefined, listener: Listener) {
    this.url = url;
    this.given = given;
    this.listener = listener;
    for (const worker of workers)
      this.lanes.push({ worker: this.take(worker), task: undefined, fails: 0 });
  }

  /** Asks anew; everything that was asked before is dropped. Tasks are done in this order. */
  ask(tasks: readonly Omit<WorkerTask, 'question'>[]): number {
    this.question += 1;
    this.waiting = tasks.map((task) => ({ ...task, question: this.question }));
    for (const lane of this.lanes) {
      if (lane.task && lane.task.bench.borrowers > patientUpTo) this.restart(lane);
    }
    this.feed();
    return this.question;
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
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    if (this.given) worker.postMessage(this.given);
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
      const lane = this.lanes.find((one) => one.worker === worker);
      if (!lane) return;
      if (data.kind !== 'part') {
        lane.task = undefined;
        lane.fails = 0;
      }
      if (data.question === this.question) this.listener.onAnswer(data);
      this.feed();
    });
    worker.addEventListener('error', () => {
      const lane = this.lanes.find((one) => one.worker === worker);
      if (lane) this.recover(lane);
    });
    return worker;
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
    lane.worker = this.take(new Worker(this.url));
  }

  /** Ends a worker as a crash would: for tests. */
  crash(): void {
    this.recover(this.lanes[0]);
  }
}
