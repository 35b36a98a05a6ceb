import type { FactId } from '../run/facts.ts';
import type { EncoreId, LessonId } from '../model/lesson-id.ts';

/** A claim of a lesson: which of its two towns has more of something, at one of its stops. */
export interface Claim {
  readonly lesson: LessonId | EncoreId | 'lecture';
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
  claim('quotes', 'one', 'apr', -1),
  claim('quotes', 'two', 'apr', -1),
  claim('quotes', 'six', 'apr', -1),
  claim('tiers', 'against-none', 'apr', -1),
  claim('tiers', 'against-none', 'will-not-pay-rate', -1),
  claim('tiers', 'against-all', 'apr', -1),
  claim('standards', 'tenth', 'apr-safest', 1),
  claim('standards', 'third', 'apr', 1),
  claim('standards', 'third', 'will-not-pay-rate', 1),
  claim('standards', 'none', 'apr', -1),
  claim('shock', 'calm', 'default-rate', 1),
  claim('shock', 'calm', 'approved-riskiest', -1),
  claim('shock', 'cap', 'apr', -1),
  claim('shock', 'cap', 'approved-riskiest', -1),
  claim('shock', 'both', 'approved-riskiest', -1),
  claim('reform', 'at-once', 'apr', -1),
  claim('reform', 'always', 'apr', -1),
];

/** Two differences of town B to town A held against each other, in one seed. */
export interface SizeClaim extends Pick<Claim, 'lesson' | 'fact'> {
  readonly at: string;
  readonly against: string;
  /** The difference at the stop is less than this share of the one that it is held against; or more. */
  readonly is: 'less' | 'more';
  readonly share: number;
}

/** What lessons say of how much, not only of which way. */
export const comparisons: readonly SizeClaim[] = [
  {
    ...{ lesson: '2', at: 'secret', against: 'open', fact: 'will-not-pay-rate' },
    ...{ is: 'less', share: 0.5 },
  },
  { lesson: '4', at: '16', against: '28', fact: 'apr', is: 'more', share: 0.5 },
  { lesson: 'quotes', at: 'two', against: 'one', fact: 'apr', is: 'more', share: 2 },
  {
    ...{ lesson: 'quotes', at: 'six', against: 'two', fact: 'will-not-pay-rate' },
    ...{ is: 'less', share: 1 },
  },
  { lesson: 'reform', at: 'at-once', against: 'always', fact: 'apr', is: 'less', share: 0.5 },
];

/** A size that a lesson names: the difference of town B to town A lies between these, in shares. */
export interface RangeClaim extends Omit<Claim, 'sign'> {
  readonly from: number;
  readonly to: number;
}

/** Sizes as words say them: "ten to eleven points" is what rounds to ten or eleven. */
export const ranges: readonly RangeClaim[] = [
  { lesson: '1', at: 'run', fact: 'apr', from: 0.095, to: 0.115 },
  { lesson: 'quotes', at: 'one', fact: 'apr', from: -0.01, to: 0 },
];

/** What lessons call unsure: the sign differs from seed to seed. */
export const unsure: readonly Omit<Claim, 'sign'>[] = [
  { lesson: '4', at: '28', fact: 'welfare' },
  { lesson: '4', at: 'black', fact: 'apr' },
  { lesson: '4', at: 'black', fact: 'welfare' },
  { lesson: 'reform', at: 'backfilled', fact: 'default-rate' },
];
