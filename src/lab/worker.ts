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
import { storyOf } from './run/person.ts';
import { refuseModules, runTown, scenarioOfTown } from './run/town-run.ts';

/** Texts of scenarios that the lab brings along, which the build puts here (scripts/bundle-lab.mjs). */
declare const labTexts: Readonly<Record<string, string>>;

/** A film is shown as soon as it moves, and again whenever so many quarters are done. */
const [quartersThatMove, quartersOfAPart] = [2, 12];

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
  const texts = (id: string) => (id === given?.id ? given.text : labTexts[id]);
  const base = given?.id;
  if (want.kind === 'bucket') {
    const worlds = bucketWorlds;
    const [job] = jobsOfReplicate(
      await scenarioOfTown(bench, side, texts, { base, worlds }),
      bench.replicate,
    );
    const bucket = bucketOf(await work(job, refuseModules), bench[side].world);
    return { kind: 'bucket', bucket };
  }
  const scenario = await scenarioOfTown(bench, side, texts, { base });
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
  const run = await runTown(scenario, bench, (film, quarter) => {
    const lived = quarter + 1;
    const isPart = lived === quartersThatMove || lived % quartersOfAPart === 0;
    if (isFilm && isPart && lived < film.quarters) tell({ kind: 'part', film, quarter });
  });
  const { numbers, series } = numbersOf(run.values, world);
  const { film, thirds } = run;
  return isFilm
    ? { kind: 'film', film, thirds, numbers, series }
    : { kind: 'numbers', thirds, numbers };
}

function send(message: WorkerAnswer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  self.postMessage(message);
}
