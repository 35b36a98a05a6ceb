import type { FactId } from '../run/facts.ts';
import type { LessonId } from '../model/lesson-id.ts';
import type { Bench } from '../model/town.ts';

/** Games with which lessons begin. */
export type HandId = 'price' | 'purse' | 'letters' | 'memory' | 'rating';

/** One stop of the lesson's dial: two towns. */
export interface Stop {
  readonly id: string;
  readonly bench: Bench;
}

/** A lesson, but for its words. */
export interface Lesson {
  readonly id: LessonId;
  readonly hand: HandId;
  /** What the bet is about: the towns that are run after it. */
  readonly run: Bench;
  /** Place of the bet that the engine bears out. */
  readonly right: number;
  readonly stops: readonly Stop[];
  readonly facts: readonly FactId[];
  /** Randomised prices are drawn in town A, too. */
  readonly lottery?: true;
}
