import { z } from 'zod';
import { UserError, type Problem } from '../errors.ts';
import { didYouMean, nearest } from '../suggest.ts';
import type { LocatedDocument, Path } from './document.ts';
import { show } from './values.ts';

/**
 * Reads a document by a schema.
 *
 * @param problems receives one problem a mistake, each at its place
 * @param at where in the document `data` stands
 * @returns the data, or undefined if there were mistakes
 */
export function readBySchema<T>(
  schema: z.ZodType<T>,
  data: unknown,
  document: LocatedDocument,
  problems: Problem[],
  at: Path = [],
): T | undefined {
  const result = schema.safeParse(data, { error: describe, reportInput: true });
  if (result.success) return result.data;
  problems.push(...problemsOf(result.error.issues, document, at));
  return undefined;
}

type Issue = z.core.$ZodIssue;

function problemsOf(issues: readonly Issue[], document: LocatedDocument, at: Path): Problem[] {
  const seen = new Set<string>();
  return issues.flatMap((issue): Problem[] => {
    const path = [...at, ...issue.path];
    if (issue.code === 'invalid_union') {
      const meant = likeliest(issue.errors);
      return meant ? problemsOf(meant, document, path) : [problemAt(document, path, issue.message)];
    }
    if (issue.code === 'unrecognized_keys') {
      const known = issue.message.split(' ');
      return issue.keys.map((key) => unknownKey(document, [...path, key], known));
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
      ? { ...problem, ...problemAt(document, path, problem.message) }
      : problem,
  );
}

/** A key that nothing reads. */
export function unknownKey(
  document: LocatedDocument,
  path: Path,
  known: readonly string[],
): Problem {
  const key = String(path.at(-1));
  return {
    ...document.keyAt(path),
    message: `${pathText(path.slice(0, -1)) || 'scenario'}: unknown key "${key}"`,
    hint: key === '<<' ? 'merge keys are not read; use extends' : didYouMean(key, known),
  };
}

/** `economy.hazard.base`; entries of lists are counted from 1: `institutions, entry 2, with.lag`. */
function pathText(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}, entry ${step + 1}`;
    if (text === '') return String(step);
    return text + (/entry \d+$/.test(text) ? ', ' : '.') + String(step);
  }, '');
}

/**
 * Which of the forms that a value may take was meant: the one that agrees with its shape (text, list,
 * group of keys) and, of several, with most of its keys.
 */
function likeliest(forms: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const cost = (issue: Issue): number => {
    if (issue.path.length > 1) return 0;
    if (issue.path.length === 0) return issue.code === 'invalid_type' ? 1000 : 10;
    return 1;
  };
  const total = (form: readonly Issue[]) => form.reduce((sum, issue) => sum + cost(issue), 0);
  const best = forms.toSorted((a, b) => total(a) - total(b))[0];
  // If no form has the value's shape, what may stand there says more than the first form's complaint.
  return best && total(best) < 1000 ? best : undefined;
}

/** Our words for zod's complaints; schemas made from passports bring their own. */
function describe(issue: z.core.$ZodRawIssue): string | undefined {
  const got = show(issue.input);
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- the rest cannot arise from our schemas
  switch (issue.code) {
    case 'unrecognized_keys':
      // Read by problemsOf: the keys that are known, separated by spaces.
      return keysOf(issue.inst).join(' ');
    case 'invalid_type':
      if (issue.input === undefined) return 'missing';
      return `expected ${kinds[issue.expected] ?? issue.expected}, got ${got}`;
    case 'invalid_value':
      return oneOf(issue.values.map(String), issue.input);
    case 'invalid_format':
      return `${got} is no id\nlower-case letters, digits and single hyphens, as in my-lender-2`;
    case 'too_small':
      if (issue.origin === 'array')
        return 'the list is empty\nname at least one, or leave the key out';
      if (issue.origin === 'string') return 'the text is empty';
      return `${got} is below ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `the text is longer than ${issue.maximum} letters`
        : `${got} is above ${issue.maximum}`;
    case 'invalid_union':
      return `${got} does not fit here`;
    default:
      return undefined;
  }
}

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
