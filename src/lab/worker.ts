import type { World } from '../engine/index.ts';
import { messageOf, UserError } from '../errors.ts';
import { jobsOfReplicate, simulateScenario } from '../jobs/index.ts';
import { oneByOne } from '../jobs/one-by-one.ts';
import { work } from '../jobs/work.ts';
import { csv } from '../text/csv.ts';
import {
  numbersOf,
  wantsReader,
  type ReadingAnswer,
  type ReadingTask,
  type WorkerAnswer,
  type WorkerNews,
  type WorkerTask,
} from './run/messages.ts';
import { sides, type Side } from './model/town.ts';
import { bucketOf, bucketWorlds } from './run/bucket.ts';
import { footageOf, type Film } from './run/film.ts';
import { storyOf } from './run/person.ts';
import { readyTown, type ReadyTowns } from './run/ready.ts';
import { openTown, refuseModules, runTown } from './run/town-run.ts';
import type { Scenario } from '../scenario/index.ts';

/** Towns that were read when the lab was built, which puts them here (scripts/bundle-lab.mjs). */
declare const labTowns: ReadyTowns;

/** A film is shown as soon as it moves, and again whenever so many quarters are done. */
const [quartersThatMove, quartersOfAPart] = [1, 12];

/** Columns of results.csv. */
const columns = [
  ...(['scenario', 'institution', 'world', 'replicate'] as const),
  ...(['quarter', 'measure', 'value'] as const),
] as const;

/** Towns that nobody has to read: the lab's own, or those of the scenario that the file was written with. */
let ready: ReadyTowns = labTowns;
/** The line to the reader, once it is there; and who waits for it. */
let reader: MessagePort | undefined;
let onReader: ((port: MessagePort) => void) | undefined;

self.addEventListener('message', ({ data }: MessageEvent<WorkerTask | WorkerNews>) => {
  if ('ready' in data) ({ ready } = data);
  else if ('reader' in data) {
    ({ reader } = data);
    onReader?.(reader);
  } else turn = turn.then(async () => answer(data));
});
/** One task at a time, also while the reader is waited for. */
let turn = Promise.resolve();

async function answer(task: WorkerTask): Promise<void> {
  const { side, bench } = task;
  const about = { side, replicate: bench.replicate };
  try {
    if (task.opening === 'shows') for (const one of sides) await open(task, one);
    send({ ...about, ...(await done(task, (part) => send({ ...about, ...part }))) });
  } catch (error) {
    const isOurs = !(error instanceof UserError);
    const lines = isOurs
      ? [messageOf(error)]
      : error.problems.map(({ message, hint }) => (hint ? `${message} (${hint})` : message));
    send({ ...about, kind: 'problem', lines, isOurs });
  }
}

/** Shows the first quarter of a town. */
async function open(task: WorkerTask, side: Side): Promise<void> {
  const { bench } = task;
  const film = await openTown(await scenarioOf({ ...task, side }), bench, quartersThatMove);
  const footage = footageOf(film, 0, quartersThatMove);
  const quarter = quartersThatMove - 1;
  send({ side, replicate: bench.replicate, kind: 'part', footage, quarter });
}

type Bare<A> = A extends unknown ? Omit<A, 'side' | 'replicate'> : never;

async function done(
  task: WorkerTask,
  tell: (part: Bare<WorkerAnswer>) => void,
): Promise<Bare<WorkerAnswer>> {
  const { bench, side, want } = task;
  if (want.kind === 'bucket') {
    const scenario = await reading(task, bucketWorlds);
    const [job] = jobsOfReplicate(scenario, bench.replicate);
    const bucket = bucketOf(await work(job, refuseModules), bench[side].world);
    return { kind: 'bucket', bucket };
  }
  const scenario = await scenarioOf(task);
  const world = bench[side].world;
  if (want.kind === 'person') {
    return { kind: 'person', story: await storyOf(scenario, bench.replicate, want.person) };
  }
  if (want.kind === 'experiment') {
    const [job] = jobsOfReplicate(scenario, bench.replicate);
    const values = await work({ ...job, experiment: want.id }, refuseModules);
    const findings = values.map(({ at = null, ...one }) => ({ ...one, at }));
    return { kind: 'experiment', id: want.id, findings };
  }
  if (want.kind === 'csv') {
    const executor = oneByOne(refuseModules, async () => Promise.resolve());
    const { signal } = new AbortController();
    return {
      kind: 'csv',
      csv: csv(columns, await simulateScenario(scenario, { executor, signal })),
    };
  }
  const isFilm = want.kind === 'film';
  let sent = task.opening && task.opening !== 'brought' ? quartersThatMove : 0;
  const shots = (film: Film, to: number) => {
    const footage = footageOf(film, sent, to);
    sent = to;
    return footage;
  };
  const run = await runTown(scenario, bench, (film, quarter) => {
    const lived = quarter + 1;
    const isFirst = lived === quartersThatMove && !task.opening;
    const isPart = isFirst || lived % quartersOfAPart === 0;
    if (!isFilm || !isPart || lived <= sent || lived === film.quarters) return;
    tell({ kind: 'part', footage: shots(film, lived), quarter });
  });
  const { numbers, series } = numbersOf(run.values, world);
  const { film, thirds } = run;
  return isFilm
    ? { kind: 'film', footage: shots(film, film.quarters), thirds, numbers, series }
    : { kind: 'numbers', thirds, numbers };
}

/** The scenario of a task: read already, or by the reader. */
async function scenarioOf(task: WorkerTask): Promise<Scenario> {
  return readyTown(ready, task.bench, task.side) ?? reading(task);
}

async function reading({ bench, side }: WorkerTask, worlds?: readonly World[]): Promise<Scenario> {
  const port = reader ?? (await linked());
  const found = await new Promise<ReadingAnswer>((resolve) => {
    const hear = ({ data }: MessageEvent<ReadingAnswer>) => resolve(data);
    port.addEventListener('message', hear, { once: true });
    port.start();
    port.postMessage({ bench, side, worlds } satisfies ReadingTask);
  });
  if ('failure' in found) throw new Error(found.failure);
  if ('problems' in found) throw new UserError(found.problems);
  return found.scenario;
}

async function linked(): Promise<MessagePort> {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  self.postMessage(wantsReader);
  return new Promise((resolve) => {
    onReader = resolve;
  });
}

function send(message: WorkerAnswer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  self.postMessage(message);
}
