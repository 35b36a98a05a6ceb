import { modelOf, scoreFile, type ModelFlags, type ScoredFile } from '../../score-file/index.ts';
import { pointsByDimension } from '../../scores/index.ts';
import { requireKnown } from '../options.ts';
import { pathOf } from './verbs.ts';

export interface ScoreOptions {
  /** Which score; without it `sesame`. */
  readonly model?: ModelFlags['model'];
  /** Behaviours as percentiles of the population (0–100), or as raw values; without it percentiles. */
  readonly values?: ModelFlags['values'];
  /** CSV of mean and deviation of each raw behaviour; without it 0 and 1. */
  readonly population?: string;
  /** Of contacts, identity, capacity, behaviour, history. */
  readonly weights?: readonly [number, number, number, number, number];
  /** Correlation of a behaviour of share 1 with its trait; sets the scale. */
  readonly authenticity?: number;
  /** Lowest and highest score. */
  readonly range?: readonly [number, number];
  /** Lowest score of each band, rising. */
  readonly bands?: Readonly<Record<string, number>>;
}

/** A score taken apart: score = base + dimensions + limit = base + parts + limit, in whole points. */
export interface Score {
  readonly id: string;
  readonly score: number;
  readonly band: string;
  readonly base: number;
  readonly dimensions: Readonly<Record<string, number>>;
  readonly parts: Readonly<Record<string, number>>;
  readonly limit: number;
}

/** What a file of borrowers comes to. */
export interface Scored extends ScoredFile {
  /** In the order of the file. */
  readonly scores: readonly Score[];
}

/**
 * Scores the borrowers of a CSV file, as `creditlab score` does; `creditlab score --template` prints one to fill in.
 *
 * @throws UserError with the problems of the file, at most twenty, each at its line
 */
export async function score(file: string | URL, options: ScoreOptions = {}): Promise<Scored> {
  requireKnown(options, [
    ...['model', 'values', 'population', 'weights', 'authenticity', 'range', 'bands'],
  ]);
  const { weights, range, bands, population, authenticity } = options;
  const model = await modelOf({
    ...{ model: options.model ?? 'sesame', values: options.values ?? 'percentiles' },
    ...{ population, authenticity, weights: weights?.map(String), range: range?.map(String) },
    bands: bands && Object.entries(bands).map(([name, from]) => `${name}=${from}`),
  });
  const scores: Score[] = [];
  const read = await scoreFile(pathOf(file), model, (id, explanation) => {
    const points = pointsByDimension(model, explanation);
    scores.push({
      ...{ id, score: explanation.score, band: explanation.band.id, base: explanation.base },
      dimensions: Object.fromEntries(model.dimensions.map((one, i) => [one.id, points[i]])),
      parts: Object.fromEntries(explanation.parts.map((part) => [part.id, part.points])),
      limit: explanation.limit,
    });
  });
  return { ...read, scores };
}
