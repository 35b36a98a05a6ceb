import {
  descentsFrom,
  misfitOf,
  scanPoints,
  scanStage,
  valuesAt,
  type Calibration,
} from '../../calibration/index.ts';
import type { Answered } from './answered.ts';
import type { AskedVector } from './ask.ts';
import { originPoint } from './optima.ts';
import type { Evaluator } from './evaluator.ts';
import { doInOrder } from './in-order.ts';
import { momentsAt, searchSample } from './vectors.ts';

/** How far one part of a search is: its scan, or a descent. */
interface StageStanding {
  readonly stage: string;
  readonly done: number;
  /** As far as can be told by now. */
  readonly total: number;
}

/** How far a search is. */
export interface SearchStanding {
  readonly stages: readonly StageStanding[];
  readonly done: number;
  /** Vectors that it asks for in all; fewer where all descents arrive. */
  readonly total: number;
}

/** How many vectors a search evaluates, and from how many starts. */
interface Length {
  readonly evaluations: number;
  readonly starts: number;
}

/** Which descents, and which points of the scan by their places, a shard does. */
type ShardOf = (number: number) => boolean;

/** What a shard works with. */
interface ShardMeans extends Length {
  /** Looks at what is answered by now, by this shard and others. */
  readonly open: () => Answered;
  readonly evaluator: Evaluator;
  readonly signal: AbortSignal;
  readonly isMine: ShardOf;
  /** Told after each vector: in which part of the search it was, and how many this process has done. */
  readonly onProgress: (stage: string, done: number) => void;
}

/** Finds answers for those questions that are not answered yet. */
type AskVectors = (questions: readonly AskedVector[]) => Promise<void>;

/**
 * Does a shard's part of a search: of the scan each so-manieth point, and once the scan is whole, its descents as far as the
 * search goes with them whatever the others do.
 */
export async function searchShard(
  calibration: Calibration,
  { open, evaluator, signal, isMine, onProgress, ...length }: ShardMeans,
): Promise<SearchStanding> {
  const sample = searchSample(calibration);
  const answered = open();
  let done = 0;
  const ask: AskVectors = async (questions) => {
    const left = questions.filter((question) => !answered.find(question));
    await doInOrder(
      left,
      async ({ values }) => momentsAt(calibration, values, sample, evaluator, signal),
      (moments, k) => {
        answered.keep(left[k], moments);
        onProgress(left[k].stage, ++done);
      },
      { lanes: evaluator.lanes, isOver: () => signal.aborted },
    );
    signal.throwIfAborted();
  };
  try {
    return await follow(calibration, length, answered.find, isMine, ask, open);
  } finally {
    answered.close();
  }
}

/** How far a search is, from what is answered. */
export async function searchStanding(
  calibration: Calibration,
  length: Length,
  { find }: Answered,
): Promise<SearchStanding> {
  return follow(
    calibration,
    length,
    find,
    () => false,
    async () => {},
  );
}

/**
 * Follows a search as far as it can be seen. A descent whose answers are missing is taken to go on for ever: then what is
 * left to the others is the least that falls to them, and nobody evaluates what the search does not ask for.
 *
 * @param again looks once more at what others have answered
 */
async function follow(
  calibration: Calibration,
  { evaluations: most, starts }: Length,
  find: Answered['find'],
  isMine: ShardOf,
  ask: AskVectors,
  again?: () => Answered,
): Promise<SearchStanding> {
  const { free, targets, seed } = calibration;
  const questionAt = (stage: string) => (point: Float64Array) => ({
    stage,
    values: valuesAt(free, point),
  });
  const points = scanPoints({ origin: originPoint(calibration), seed });
  const scan = points.slice(0, most).map(questionAt(scanStage));
  await ask(scan.filter((_, k) => isMine(k)));
  const seen = again?.().find ?? find;
  const found = scan.map((question) => find(question) ?? seen(question));
  const scanned = { stage: scanStage, done: found.filter(Boolean).length, total: scan.length };
  const misfits = found.flatMap((one) => (one ? misfitOf(targets, one).value : []));
  let left = most - scan.length;
  if (misfits.length < scan.length || left === 0) {
    return { stages: [scanned], done: scanned.done, total: most };
  }
  const descents = descentsFrom(points, misfits, { seed, starts }).map((one, k) => ({
    ...{ ...one, isMine: isMine(k), isHidden: false, done: 0, total: 0 },
  }));
  const isOpen = ({ isHidden, cma }: (typeof descents)[number]) =>
    isHidden || cma.ended === undefined;
  while (left > 0 && descents.some((one) => isOpen(one) && !one.isHidden)) {
    const round: {
      readonly descent: (typeof descents)[number];
      readonly questions: readonly AskedVector[];
    }[] = [];
    for (const descent of descents.filter(isOpen)) {
      const { cma, isHidden, stage } = descent;
      const allowed = Math.min(left, cma.population);
      left -= allowed;
      descent.total += allowed;
      const asked = isHidden ? [] : cma.ask().slice(0, allowed);
      round.push({ descent, questions: asked.map(questionAt(stage)) });
    }
    await ask(round.flatMap(({ descent, questions }) => (descent.isMine ? questions : [])));
    for (const { descent, questions } of round) {
      if (descent.isHidden) continue;
      const told = questions.flatMap((question) => {
        const moments = find(question) ?? seen(question);
        return moments ? misfitOf(targets, moments).value : [];
      });
      descent.done += told.length;
      if (told.length < questions.length) descent.isHidden = true;
      else if (told.length === descent.cma.population) descent.cma.tell(told);
    }
  }
  const stages = [scanned, ...descents.map(({ stage, done, total }) => ({ stage, done, total }))];
  const done = stages.reduce((sum, one) => sum + one.done, 0);
  return { stages, done, total: descents.some(isOpen) ? most : done };
}
