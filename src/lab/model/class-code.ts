import { lessonIds, type LessonId } from './lesson-id.ts';

/** What a student ends a lesson with. */
export interface ClassResult {
  readonly lesson: LessonId;
  readonly bet: number;
  /** Hundredths of a point: the lesson's first fact, town B less town A. */
  readonly result: number;
  readonly seed: string;
}

const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
/** Results lie well within: ±100 points. */
const offset = 10_000;

/** A code that can be read aloud: `1B-4K7-lecture-3`; its last letter of the middle part guards against typing errors. */
export function codeOf({ lesson, bet, result, seed }: ClassResult): string {
  const number = Math.max(0, Math.min(2 * offset, Math.round(result) + offset));
  const middle = inLetters(number, 3);
  const head = `${lesson}${'ABCD'[bet] ?? 'A'}`;
  return `${head}-${middle}${guard(head + middle + seed)}-${seed}`;
}

/** Reads a code back; undefined if it is none, or mistyped. */
export function readClassCode(code: string): ClassResult | undefined {
  const found = /^([1-5])([A-D])-([2-9A-HJ-NP-Z]{3})([2-9A-HJ-NP-Z])-(.{1,40})$/i.exec(code.trim());
  if (!found) return undefined;
  const [, number, letter, middle, check, seed] = found;
  const lesson = lessonIds.find((id) => id === number);
  const [bet, digits] = [letter.toUpperCase(), middle.toUpperCase()];
  if (!lesson || guard(`${number}${bet}${digits}${seed}`) !== check.toUpperCase()) return undefined;
  const value = Array.from(digits).reduce((sum, one) => sum * 32 + alphabet.indexOf(one), 0);
  return { lesson, bet: 'ABCD'.indexOf(bet), result: value - offset, seed };
}

function inLetters(value: number, letters: number): string {
  let rest = value;
  let text = '';
  for (let k = 0; k < letters; k++) {
    text = alphabet[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

function guard(text: string): string {
  let sum = 7;
  for (const one of text) sum = (sum * 31 + (one.codePointAt(0) ?? 0)) % 32_749;
  return alphabet[sum % 32];
}
