import type { z } from 'zod';
import type { Problem } from '../errors.ts';
import type { LocatedDocument, Path } from './yaml/document.ts';
import { nearest } from '../suggest.ts';
import { describe, knownKeys, problemsOf, type Issue } from './problems.ts';

// The door for files of other kinds than scenarios: what they need to tell mistakes in the same way.
export { readYaml, type LocatedDocument, type Path } from './yaml/document.ts';
export { problemAt, relayed, unknownKey } from './problems.ts';

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
  const issues: Issue[] = [];
  const value = parsed(schema, data, issues);
  problems.push(...problemsOf(issues, document, at));
  return value;
}

/** What of some data could be understood. */
export interface ReadSoFar<T> {
  /** Undefined if there is nothing of use in it. */
  readonly value: T | undefined;
  /**
   * The way, from the top of the data, to each part with a mistake; `value` does without them. A misspelt key counts
   * for the one that was meant, too.
   */
  readonly lost: readonly Path[];
}

/**
 * As `readBySchema`, but what has a mistake is left out and the rest is read, so that one mistake hides no
 * contradiction between the others.
 *
 * @param rest the schema of data of which parts were left out
 */
export function readAround<T extends Rest, Rest>(
  schema: z.ZodType<T>,
  rest: z.ZodType<Rest>,
  data: unknown,
  document: LocatedDocument,
  problems: Problem[],
  at: Path = [],
): ReadSoFar<Rest> {
  const issues: Issue[] = [];
  const whole = parsed(schema, data, issues);
  if (whole !== undefined) return { value: whole, lost: [] };
  problems.push(...problemsOf(issues, document, at));
  const lost = issues.flatMap((issue): Path[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.flatMap((key) => [[...issue.path, key], ...meantBy(key, issue)]);
    }
    // Lists are lost as a whole: their entries have no names that would stay theirs.
    const entry = issue.path.findIndex((step) => typeof step === 'number');
    return [entry < 0 ? issue.path : issue.path.slice(0, entry)];
  });
  return { value: parsed(rest, without(data, lost), []), lost };
}

/** The way to the key that a misspelt one was most likely meant to be, unless that stands there too. */
function meantBy(key: string, { path, input, message }: Issue): Path[] {
  const guess = nearest(key, knownKeys(message));
  return guess === undefined || (isGroup(input) && Object.hasOwn(input, guess))
    ? []
    : [[...path, guess]];
}

/** A copy of `data` without what stands at these paths. */
function without(data: unknown, paths: readonly Path[]): unknown {
  if (paths.some((path) => path.length === 0)) return undefined;
  if (!isGroup(data)) return data;
  const byKey = new Map<PropertyKey, Path[]>();
  for (const [step, ...rest] of paths) {
    const same = byKey.get(step);
    if (same) same.push(rest);
    else byKey.set(step, [rest]);
  }
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) => {
      const inside = byKey.get(key) ?? [];
      return inside.some((path) => path.length === 0) ? [] : [[key, without(value, inside)]];
    }),
  );
}

function isGroup(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function parsed<T>(schema: z.ZodType<T>, data: unknown, issues: Issue[]): T | undefined {
  const result = schema.safeParse(data, { error: describe, reportInput: true });
  if (!result.success) issues.push(...meant(result.error.issues, []));
  return result.data;
}

/** Issues with their whole path; of a value that may take several forms, those of the form that was meant. */
function meant(issues: readonly Issue[], at: readonly PropertyKey[]): Issue[] {
  return issues.flatMap((issue): Issue[] => {
    const path = [...at, ...issue.path];
    const form = issue.code === 'invalid_union' ? likeliest(issue.errors) : undefined;
    return form ? meant(form, path) : [{ ...issue, path }];
  });
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
