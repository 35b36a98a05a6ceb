import type { FactId } from '../run/facts.ts';
import type { EncoreId, LessonId } from '../model/lesson-id.ts';
import type { Bench } from '../model/town.ts';

/** Games with which lessons begin. */
export type HandId = 'price' | 'purse' | 'letters' | 'memory' | 'rating';

/** One stop of the lesson's dial: two towns. */
interface Stop {
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
  /**
   * A curve that is drawn before it is shown: a fact of town B over stops of the dial. Its ends, town A and B of the run,
   * have been seen.
   */
  readonly guess?: {
    readonly fact: FactId;
    readonly stops: readonly string[];
    readonly end: string;
  };
  /** Randomised prices are drawn in town A, too. */
  readonly lottery?: true;
}

/** An encore, but for its words: pairs of towns, one a stop. */
export interface Encore {
  readonly id: EncoreId;
  readonly stops: readonly [Stop, ...Stop[]];
  /** Place of the bet that the engine bears out. */
  readonly right: number;
  readonly facts: readonly FactId[];
}
