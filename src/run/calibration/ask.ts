import { UserError } from '../../errors.ts';
import type { Evaluation } from '../../calibration/index.ts';
import { doInOrder } from './in-order.ts';
import type { LogFile } from './log-file.ts';

/** A vector to be evaluated. */
export interface AskedVector {
  readonly stage: string;
  readonly values: readonly number[];
}

/** Answers questions in their order: from the log as far as that reaches, then by simulating, each answer logged at once. */
export interface Respondent {
  /** @returns fewer than were asked once it is over */
  readonly answers: (questions: readonly AskedVector[]) => Promise<readonly Evaluation[]>;
  /** Answers given so far. */
  readonly given: readonly Evaluation[];
}

export interface RespondentMeans {
  readonly log: LogFile;
  readonly lanes: number;
  /** Most answers that are given. */
  readonly most: number;
  /** Whether time is up. */
  readonly isLate: () => boolean;
  readonly momentsOf: (question: AskedVector) => Promise<readonly number[]>;
  readonly onAnswer: (answers: number) => void;
}

/** @throws UserError where the log answers other questions than are asked; whatever the simulation throws */
export function respondent(means: RespondentMeans): Respondent {
  const { log, lanes, most, isLate, momentsOf, onAnswer } = means;
  const given: Evaluation[] = [];
  const known = (question: AskedVector, at: number): Evaluation | undefined => {
    const earlier = log.earlier[at];
    if (!earlier) return undefined;
    const same =
      earlier.stage === question.stage && earlier.values.every((x, i) => x === question.values[i]);
    if (!same) {
      const message = `the log’s evaluation ${at + 1} is not the one that is asked for: another version searched`;
      throw new UserError([
        { message, hint: 'begin anew with --force, or in another folder with --out' },
      ]);
    }
    return earlier;
  };
  return {
    given,
    answers: async (questions) => {
      const from = given.length;
      const wanted = questions.slice(0, Math.max(0, most - from));
      await doInOrder(
        wanted,
        async (question, i) => {
          const { stage, values } = question;
          return known(question, from + i) ?? { stage, values, moments: await momentsOf(question) };
        },
        (evaluation, i) => {
          if (from + i >= log.earlier.length) log.append(evaluation);
          given.push(evaluation);
          onAnswer(given.length);
        },
        // What is in the log is no work, and is read however late it is; without one answer there is nothing to tell.
        { lanes, isOver: () => given.length >= Math.max(1, log.earlier.length) && isLate() },
      );
      return given.slice(from);
    },
  };
}
