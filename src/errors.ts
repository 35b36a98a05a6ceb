import { cut, harmless } from './text/odd-signs.ts';

/** One mistake in what a user gave us, and how to mend it. */
export interface Problem {
  /** File, if it is in one, as the user would name it. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
  /** Where it stands in a scenario, from its top; entries of lists are counted from 0. */
  readonly path?: readonly (string | number)[];
  /** What is wrong, with the value received. */
  readonly message: string;
  /** What is allowed, or what to type next. */
  readonly hint?: string;
  /** Words, keys or a range that will do, where they can be told. */
  readonly allowed?: readonly string[];
  /** The one of them that was most likely meant. */
  readonly guess?: string;
}

/**
 * The user's mistakes, all at once. The command line prints them without a stack and exits with 1;
 * a plain `Error` is ours and keeps its stack.
 */
export class UserError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[] | string, options?: ErrorOptions) {
    const list = typeof problems === 'string' ? [{ message: problems }] : problems;
    super(list.map(formatProblem).join('\n'), options);
    this.name = 'UserError';
    this.problems = list.map((problem) => ({ ...toldBy(problem), ...problem }));
  }
}

/** Nothing is wrong, but not now: the same command will do later. The command line ends with 75 (sysexits.h: EX_TEMPFAIL). */
export class NotNow extends UserError {}

/** `file:line:column: message` and, indented below, the hint. */
export function formatProblem(problem: Problem): string {
  const { file, line, column, message, hint } = problem;
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return harmless(
    (place ? `${place}: ` : '') + shortened(message) + (hint ? `\n    ${shortened(hint)}` : ''),
  );
}

/**
 * What a problem says is allowed, for a program: all do it in one way (`didYouMean` in suggest.ts, schemas in
 * scenario/values.ts and problems.ts), which this reads back.
 */
function toldBy({ message, hint = '' }: Problem): Pick<Problem, 'allowed' | 'guess'> {
  const [, guess] = /did you mean ([^?\s]+)\?/.exec(hint) ?? [];
  const [, list] =
    /\b(?:known|allowed|shipped scenarios|list at least one): ([^;\n]+)$/.exec(hint) ??
    / is outside (\S+\.\.\S+)/.exec(message) ??
    [];
  const allowed = list?.replace(/(, or|\.) .*$/, '').split(', ');
  return { ...(allowed && { allowed }), ...(guess !== undefined && { guess }) };
}

/** What a message quotes of a file may be long: its beginning will do. */
function shortened(text: string): string {
  return text.replaceAll(/"([^"\n]{61,})"/g, (_, quoted: string) => `"${cut(quoted)}"`);
}

/** The message of whatever a user's code threw; a plain `Error` needs no name before it. */
export function messageOf(error: unknown): string {
  try {
    if (isOutOfMemory(error)) return 'it fills the memory of its thread';
    return error instanceof Error && error.name === 'Error' ? error.message : String(error);
  } catch {
    // What was thrown may throw when it is looked at.
    return 'something that cannot be told';
  }
}

/** Of a thread that the system ended because its heap was full. */
function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
