import { messageOf, UserError } from '../errors.ts';
import { jobsOfReplicate, simulateScenario } from '../jobs/index.ts';
import { oneByOne } from '../jobs/one-by-one.ts';
import { work } from '../jobs/work.ts';
import { csv } from '../text/csv.ts';
import {
  numbersOf,
  type WorkerAnswer,
  type GivenScenario,
  type WorkerTask,
} from './run/messages.ts';
import { bucketOf, bucketWorlds } from './run/bucket.ts';
import { stretchOf, type Film } from './run/film.ts';
import { storyOf } from './run/person.ts';
import { readyTown, type ReadyTowns } from './run/ready.ts';
import { refuseModules, runTown } from './run/town-run.ts';
import type { Scenario } from '../scenario/index.ts';
import type { ReadTown, Reading } from './reader.ts';

/** Towns that were read when the lab was built, and the script that reads others: the build puts both here (scripts/bundle-lab.mjs). */
declare const labTowns: ReadyTowns;
declare function labReader(): void;

declare global {
  // oxlint-disable-next-line no-var -- how a name of the global scope is declared
  var readTown: ReadTown | undefined;
}

/** A film is shown as soon as it moves, and again whenever so many quarters are done. */
const [quartersThatMove, quartersOfAPart] = [1, 12];

/** Columns of results.csv. */
const columns = [
  ...(['scenario', 'institution', 'world', 'replicate'] as const),
  ...(['quarter', 'measure', 'value'] as const),
] as const;

/** A scenario that the file was written with. */
let given: GivenScenario | undefined;

self.addEventListener('message', ({ data }: MessageEvent<WorkerTask | GivenScenario>) => {
  if ('text' in data) given = data;
  else void answer(data);
});

async function answer(task: WorkerTask): Promise<void> {
  const { side, bench } = task;
  const about = { side, replicate: bench.replicate };
  try {
    send({ ...about, ...(await done(task, (part) => send({ ...about, ...part }))) });
  } catch (error) {
    const isOurs = !(error instanceof UserError);
    const lines = isOurs
      ? [messageOf(error)]
      : error.problems.map(({ message, hint }) => (hint ? `${message} (${hint})` : message));
    send({ ...about, kind: 'problem', lines, isOurs });
  }
}

type Bare<A> = A extends unknown ? Omit<A, 'side' | 'replicate'> : never;

async function done(
  task: WorkerTask,
  tell: (part: Bare<WorkerAnswer>) => void,
): Promise<Bare<WorkerAnswer>> {
  const { bench, side, want } = task;
  if (want.kind === 'bucket') {
    const scenario = await reading(task, { given, worlds: bucketWorlds });
    const [job] = jobsOfReplicate(scenario, bench.replicate);
    const bucket = bucketOf(await work(job, refuseModules), bench[side].world);
    return { kind: 'bucket', bucket };
  }
  const ready = given ? undefined : readyTown(labTowns, bench, side);
  const scenario = ready ?? (await reading(task, { given }));
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
  let sent = 0;
  const shots = (film: Film, to: number) => {
    const stretch = stretchOf(film, sent, to);
    sent = to;
    return stretch;
  };
  const run = await runTown(scenario, bench, (film, quarter) => {
    const lived = quarter + 1;
    const isPart = lived === quartersThatMove || lived % quartersOfAPart === 0;
    if (!isFilm || !isPart || lived === film.quarters) return;
    tell({ kind: 'part', stretch: shots(film, lived), quarter });
  });
  const { numbers, series } = numbersOf(run.values, world);
  const { film, thirds } = run;
  return isFilm
    ? { kind: 'film', stretch: shots(film, film.quarters), thirds, numbers, series }
    : { kind: 'numbers', thirds, numbers };
}

/** The scenario of a task. What reads it is run when it is first needed. */
async function reading({ bench, side }: WorkerTask, how: Reading): Promise<Scenario> {
  if (!globalThis.readTown) labReader();
  if (!globalThis.readTown) throw new Error('the script that reads scenarios did not run');
  const found = await globalThis.readTown(bench, side, how);
  if ('problems' in found) throw new UserError(found.problems);
  return found.scenario;
}

function send(message: WorkerAnswer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  self.postMessage(message);
}
