import {
  interleaved,
  pointsOf,
  scenarioAt,
  type Point,
  type Points,
} from '../../scenario/design/index.ts';
import type { Design, Scenario } from '../../scenario/index.ts';
import {
  aloneFirst,
  inOrderOfRecord,
  isUnaware,
  jobsOfReplicate,
  type Job,
} from '../../jobs/index.ts';
import { keyOf, marketKey } from '../job-key.ts';

/** A job with the name of its result. */
export interface KeyedJob {
  readonly key: string;
  /** Made when it is asked for: of most tasks of a design that is gone on with, only the key is looked at. */
  readonly job: Job;
}

/** The points of a scenario; without a design it is one itself. */
export function pointsIn(scenario: Scenario): Points {
  const { design } = scenario;
  if (design) return pointsOf(scenario, design);
  return { count: 1, varied: 1, sampled: 1, at: () => ({ name: '', values: [] }) };
}

/** The jobs of one replicate, equal ones once, in the order in which they are done. */
export function tasksIn(
  scenario: Scenario,
  points: Points,
  replicate: number,
  code: string,
): Iterable<KeyedJob> {
  const making = isListed(scenario, points) ? recalled : tasksMade;
  return making(scenario, points, replicate, code);
}

/** How much a scenario is in each of its replicates. */
export interface Sizes {
  /** Jobs, equal ones counted once. */
  readonly jobs: number;
  /** Points with different values. */
  readonly points: number;
}

export function sizesOf(scenario: Scenario, code: string): Sizes {
  const points = pointsIn(scenario);
  if (isListed(scenario, points)) {
    const { keys, names } = listing(scenario, points, 0, code);
    return { jobs: keys.length, points: names };
  }
  const names = new Set<string>();
  let jobs = 0;
  const tasks = tasksMade(scenario, points, 0, code, ({ name }) => names.add(name));
  while (!tasks.next().done) jobs++;
  return { jobs, points: names.size };
}

/** The jobs of one point in one replicate, by institution in the order of the record. */
export function tasksAt(
  scenario: Scenario,
  points: Points,
  index: number,
  replicate: number,
  code: string,
): KeyedJob[] {
  return jobsAt(scenario, points.at(index), replicate).map((job) => ({
    key: keyOf(job, code),
    job,
  }));
}

function jobsAt(scenario: Scenario, point: Point, replicate: number): Job[] {
  const { design } = scenario;
  // In order already: a point takes nothing away and adds nothing.
  const ordered = inOrderOfRecord(scenario);
  const here = design ? scenarioAt(ordered, point) : ordered;
  const wholeRun = design !== undefined && !design.series;
  const jobs = jobsOfReplicate(here, replicate);
  // Where nobody is ever unaware, what markets post need not be told and kept.
  const believed = design !== undefined && (movesAwareness(design) || jobs.some(isUnaware));
  return jobs.map((plain) => ({
    ...plain,
    ...(wholeRun && { wholeRun }),
    ...(believed && { believed }),
    ...(design?.experiment !== undefined && { experiment: design.experiment }),
  }));
}

/** Whether points differ in who knows of sharing, at once or in a phase. */
function movesAwareness({ factors }: Design): boolean {
  return factors.some(({ target }) => 'name' in target && target.name === 'awareness');
}

/** The jobs of one replicate, made one after the other. */
function* tasksMade(
  scenario: Scenario,
  points: Points,
  replicate: number,
  code: string,
  onPoint?: (point: Point) => void,
): Generator<KeyedJob & { readonly index: number; readonly place: number }> {
  // The seed is part of the key, so that equal jobs are of one replicate.
  const seen = new Set<string>();
  for (const index of interleaved(points.count)) {
    const point = points.at(index);
    onPoint?.(point);
    const jobs = jobsAt(scenario, point, replicate);
    for (const job of aloneFirst(jobs)) {
      const place = jobs.indexOf(job);
      const key = keyOf(job, code);
      if (seen.has(key)) continue;
      seen.add(key);
      yield { key, job, index, place };
    }
  }
}

/** Most keys of a scenario that are held, some 30 MB: how far a larger one is costs its hashes each time. */
const mostListed = 300_000;

function isListed({ design, institutions, replicates }: Scenario, points: Points): boolean {
  return design !== undefined && points.count * institutions.length * replicates <= mostListed;
}

/** The jobs of one replicate, equal ones once, by key and by where each comes from. */
interface Listing {
  readonly keys: readonly string[];
  /** By job: the first point that asks for it, and its place among the jobs of that point. */
  readonly indices: readonly number[];
  readonly places: readonly number[];
  /** Points with different values. */
  readonly names: number;
}

interface Listed {
  readonly key: string;
  readonly index: number;
  readonly place: number;
}

const listings = new WeakMap<Scenario, Map<string, Listing>>();

/** Plan, count of what is done and work on the rest ask for the same keys: they are hashed once. */
function listing(scenario: Scenario, points: Points, replicate: number, code: string): Listing {
  const ordered = inOrderOfRecord(scenario);
  const known = listings.get(ordered) ?? new Map<string, Listing>();
  listings.set(ordered, known);
  const id = `${replicate} ${code}`;
  const earlier = known.get(id);
  if (earlier) return earlier;
  const names = new Set<string>();
  const groups = new Map<string, Listed[]>();
  const tasks = tasksMade(ordered, points, replicate, code, ({ name }) => names.add(name));
  for (const { key, index, place, job } of tasks) {
    // Those who believe in the same market without sharing stand together, so that it is run once; groups are spread over
    // the design.
    const group = isUnaware(job) ? marketKey(job.market) : '';
    const listed = groups.get(group) ?? [];
    listed.push({ key, index, place });
    groups.set(group, listed);
  }
  const listed = [...groups.values()].flat();
  const made = {
    keys: listed.map(({ key }) => key),
    indices: listed.map(({ index }) => index),
    places: listed.map(({ place }) => place),
    names: names.size,
  };
  known.set(id, made);
  return made;
}

/** The jobs of a listing; a job is made when it is asked for, those of one point together. */
function* recalled(
  scenario: Scenario,
  points: Points,
  replicate: number,
  code: string,
): Generator<KeyedJob> {
  const { keys, indices, places } = listing(scenario, points, replicate, code);
  let here: { readonly index: number; readonly jobs: readonly Job[] } = { index: -1, jobs: [] };
  const jobsOf = (index: number) => {
    if (here.index !== index) {
      here = { index, jobs: jobsAt(scenario, points.at(index), replicate) };
    }
    return here.jobs;
  };
  for (const [i, key] of keys.entries()) {
    yield {
      key,
      get job() {
        return jobsOf(indices[i])[places[i]];
      },
    };
  }
}
