import { z } from 'zod';
import { UserError, type Problem } from '../errors.ts';
import { didYouMean, nearest } from '../suggest.ts';
import type { LocatedDocument, Path } from './yaml/document.ts';
import { rightPlaceOf, successorOf } from './gone.ts';
import { show } from './values.ts';

/** A mistake as zod tells it. */
export type Issue = z.core.$ZodIssue;

/** Keys of one group that are told one by one: more are no slip of the pen. */
const mostUnknown = 100;

/** Issues with their places in a document: one problem a mistake. */
export function problemsOf(
  issues: readonly Issue[],
  document: LocatedDocument,
  at: Path,
): Problem[] {
  const seen = new Set<string>();
  return issues.flatMap((issue): Problem[] => {
    const path = [...at, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      const first = issue.keys.slice(0, mostUnknown);
      const told = first.map((key) =>
        unknownKey(document, [...path, key], knownKeys(issue.message)),
      );
      const more = issue.keys.length - first.length;
      return more === 0 ? told : [...told, problemAt(document, path, `${more} more unknown keys`)];
    }
    // A number that is neither whole nor in range is one mistake.
    const name = path.join('.');
    if (seen.has(name)) return [];
    seen.add(name);
    return [problemAt(document, path, issue.message)];
  });
}

/** A problem at a value. The first line of `text` is the message, what follows the hint. */
export function problemAt(document: LocatedDocument, path: Path, text: string): Problem {
  const [message = '', hint] = text.split('\n');
  return {
    ...document.valueAt(path),
    ...stepsOf(path),
    message: path.length > 0 ? `${pathText(path)}: ${message}` : message,
    ...(hint !== undefined && { hint }),
  };
}

/**
 * The problems of something that the value at `path` names, told at that value; those that have a
 * place of their own keep it.
 *
 * @throws what is no `UserError`
 */
export function relayed(document: LocatedDocument, path: Path, error: unknown): Problem[] {
  if (!(error instanceof UserError)) throw error;
  return error.problems.map((problem) =>
    problem.line === undefined
      ? { ...problem, ...problemAt(document, path, withFile(problem)) }
      : problem,
  );
}

/** Told at another place, a problem still says in which file it is. */
function withFile({ file, message }: Problem): string {
  return file === undefined || message.includes(file) ? message : `${file}: ${message}`;
}

/** A key that nothing reads. */
export function unknownKey(
  document: LocatedDocument,
  path: Path,
  known: readonly string[],
): Problem {
  const key = String(path.at(-1));
  const successor = successorOf(path);
  if (successor !== undefined) {
    const message = `${pathText(path)}: this economy has it no more`;
    return { ...document.keyAt(path), ...stepsOf(path), message, hint: successor };
  }
  return {
    ...document.keyAt(path),
    ...stepsOf(path),
    message: `${pathText(path.slice(0, -1)) || 'scenario'}: unknown key "${key}"`,
    hint:
      key === '<<'
        ? 'merge keys are not read; use extends'
        : (rightPlaceOf(path) ?? didYouMean(key, known)),
  };
}

/** A path as a problem has it; none for the whole. */
function stepsOf(path: Path): Pick<Problem, 'path'> {
  const steps = path.filter((step) => typeof step !== 'symbol');
  return steps.length === 0 ? {} : { path: steps };
}

/** `economy.hazard.base`; entries of lists are counted from 1: `institutions, entry 2, with.lag`. */
function pathText(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}, entry ${step + 1}`;
    if (text === '') return String(step);
    return text + (/entry \d+$/.test(text) ? ', ' : '.') + String(step);
  }, '');
}

/** Our words for zod's complaints; schemas made from passports bring their own. `problemsOf` reads them. */
export function describe(issue: z.core.$ZodRawIssue): string | undefined {
  const got = show(issue.input);
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- the rest cannot arise from our schemas
  switch (issue.code) {
    case 'unrecognized_keys':
      // Read by knownKeys.
      return keysOf(issue.inst).join(' ');
    case 'invalid_type':
      if (issue.input === undefined) return 'missing';
      return `expected ${kinds[issue.expected] ?? issue.expected}, got ${got}${remedy(issue.expected, issue.input)}`;
    case 'invalid_value':
      return oneOf(issue.values.map(String), issue.input);
    case 'invalid_format':
      return `${got} is no id\nlower-case letters, digits and single hyphens, as in my-lender-2`;
    case 'too_small':
      if (issue.origin === 'array') {
        return Number(issue.minimum) > 1
          ? `the list is too short\nname at least ${issue.minimum}`
          : 'the list is empty\nname at least one, or leave the key out';
      }
      if (issue.origin === 'string') return 'the text is empty';
      return `${got} is below ${issue.minimum}`;
    case 'too_big':
      if (issue.origin === 'array') return `the list is too long\nname at most ${issue.maximum}`;
      return issue.origin === 'string'
        ? `the text is longer than ${issue.maximum} letters`
        : `${got} is above ${issue.maximum}`;
    case 'invalid_union':
      return `${got} does not fit here`;
    default:
      return undefined;
  }
}

/** What to write in place of something of another type, where that is no matter of taste. */
function remedy(expected: string, input: unknown): string {
  if (expected === 'array')
    return '\nin brackets, [a, b], or each on a line of its own after a hyphen';
  if (expected !== 'boolean' || typeof input !== 'string') return '';
  const word = input.toLowerCase();
  if (['yes', 'on', 'y', 'true'].includes(word)) return '\nwrite true';
  return ['no', 'off', 'n', 'false'].includes(word) ? '\nwrite false' : '';
}

/** The keys that are known where one is not, from the message that `describe` gives the mistake. */
export const knownKeys = (message: string): string[] => message.split(' ');

function keysOf(schema: unknown): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  const names = schema instanceof z.ZodRecord ? schema.keyType : undefined;
  return names instanceof z.ZodEnum ? names.options.map(String) : [];
}

function oneOf(allowed: readonly string[], input: unknown): string {
  if (input === undefined) return `missing\nallowed: ${allowed.join(', ')}`;
  const guess = typeof input === 'string' ? nearest(input, allowed) : undefined;
  const hint = allowed.length === 1 ? `write ${allowed[0]}` : `allowed: ${allowed.join(', ')}`;
  return `${show(input)} is not allowed\n${guess ? `did you mean ${guess}? ` : ''}${hint}`;
}

const kinds: Readonly<Record<string, string>> = {
  object: 'a group of keys',
  record: 'a group of keys',
  array: 'a list',
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};
