import type { FactId } from '../run/facts.ts';
import type { LessonId } from '../model/lesson-id.ts';

/** A claim of a lesson: which of its two towns has more of something, at one of its stops. */
export interface Claim {
  readonly lesson: LessonId | 'lecture';
  /** Stop of the dial, or the run after the bet; of the lecture, the institution that is set beside no sharing. */
  readonly at: string;
  readonly fact: FactId;
  /** Sign of town B less town A. */
  readonly sign: 1 | -1;
}

const claim = (lesson: Claim['lesson'], at: string, fact: FactId, sign: 1 | -1): Claim => ({
  ...{ lesson, at, fact, sign },
});

/** What the lessons say that the engine shows: each is tried over 20 seeds (`npm run lessons`). */
export const claims: readonly Claim[] = [
  claim('1', 'run', 'share-safest', -1),
  claim('1', 'records', 'apr-safest', -1),
  claim('1', 'types', 'apr-safest', -1),
  claim('1', 'types', 'share-safest', 1),
  claim('1', 'types', 'apr-riskiest', 1),
  claim('2', 'secret', 'approval-rate', -1),
  claim('2', 'open', 'will-not-pay-rate', -1),
  claim('4', '8', 'apr', -1),
  claim('4', '16', 'apr', -1),
  claim('4', '28', 'apr', -1),
  claim('4', '28', 'approved-riskiest', -1),
  claim('4', '28', 'default-rate', -1),
  claim('5', 'files', 'will-not-pay-rate', 1),
  claim('5', 'faint', 'apr-safest', -1),
  claim('5', 'half', 'apr-safest', -1),
  claim('5', 'half', 'approved-riskiest', -1),
  claim('5', 'clear', 'apr-safest', -1),
  claim('5', 'clear', 'approved-riskiest', -1),
  claim('5', 'clear', 'default-rate', -1),
  claim('lecture', 'negative-only', 'will-not-pay-rate', -1),
  claim('lecture', 'negative-only', 'apr', -1),
  claim('lecture', 'full-sharing', 'will-not-pay-rate', -1),
  claim('lecture', 'full-sharing', 'apr', -1),
  claim('lecture', 'full-sharing', 'default-rate', -1),
  claim('lecture', 'sesame', 'apr', -1),
];
