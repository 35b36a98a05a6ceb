import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { UserError, type Problem } from '../../errors.ts';
import { checkYaml, isTooDeep, mostLevels, noteTwins } from './checks.ts';

/** Keys and positions from the top of a document to one of its values. */
export type Path = readonly PropertyKey[];

/** Where a problem is: the part of `Problem` that points. */
type FilePlace = Pick<Problem, 'file' | 'line' | 'column'>;

/** Values as a file gives them, each with its place. Command-line flags are one too, without lines. */
export interface LocatedDocument {
  /** File, as the user would name it. */
  readonly name: string;
  readonly data: unknown;
  /** Whether mistakes of syntax leave open what it says. */
  readonly broken?: boolean;
  readonly has: (path: Path) => boolean;
  /** Where the value at `path` stands, or the nearest thing around it that there is. */
  readonly valueAt: (path: Path) => FilePlace;
  /** Where its key stands. */
  readonly keyAt: (path: Path) => FilePlace;
}

/**
 * Reads YAML 1.2. Duplicate keys and keys that are not text are mistakes; merge keys (`<<`) are not read.
 *
 * @param problems receives the mistakes of syntax; the document then holds what could be read
 */
export function readYaml(name: string, text: string, problems: Problem[]): LocatedDocument {
  const lines = new LineCounter();
  const document = parsedDocument(text, lines);
  if (!document || isTooDeep(document)) {
    const message = `lists and groups stand in each other more than ${mostLevels} deep`;
    problems.push({ file: name, line: 1, column: 1, message });
    return unreadable(name);
  }
  noteTwins(document);
  const placeOf = (offset: number): FilePlace => {
    const { line, col } = lines.linePos(offset);
    return { file: name, line, column: col };
  };
  const found: Problem[] = [];
  const lost = new Set<number | undefined>();
  for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
    const place = placeOf(pos[0]);
    // The first mistake of a line makes up the others.
    if (lost.has(place.line)) continue;
    lost.add(place.line);
    const hint = syntaxHints[code];
    found.push({
      ...place,
      message: plainer[code] ?? message,
      ...(hint !== undefined && { hint }),
    });
  }
  if (document.errors.length === 0) {
    checkYaml(document, text, (message, hint, offset) =>
      found.push({ ...placeOf(offset), message, hint }),
    );
  }
  const data = plainData(document, (message, offset) =>
    found.push({ ...placeOf(offset), message }),
  );
  problems.push(...found);
  return {
    name,
    data,
    broken: data === undefined || document.errors.some(({ code }) => !clear.has(code)),
    has: (path) => locate(document, path).found,
    valueAt: (path) => placeOf(locate(document, path).value),
    keyAt: (path) => placeOf(locate(document, path).key),
  };
}

/** Undefined where it is nested until the stack overflows. */
function parsedDocument(text: string, lineCounter: LineCounter): Document | undefined {
  // Twins are found by `noteTwins`: of very many keys the library compares each with each.
  const options = {
    ...{ lineCounter, prettyErrors: false, stringKeys: true, uniqueKeys: false },
    logLevel: 'error',
  } as const;
  try {
    return parseDocument(text, options);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Of a text that may say anything. */
function unreadable(file: string): LocatedDocument {
  const place = () => ({ file, line: 1, column: 1 });
  const nothing = { has: () => false, valueAt: place, keyAt: place };
  return { name: file, data: undefined, broken: true, ...nothing };
}

/** Mistakes that leave no doubt what is meant by the rest. */
const clear: ReadonlySet<string> = new Set(['DUPLICATE_KEY', 'NON_STRING_KEY']);

const syntaxHints: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'put text that holds a colon, or begins with ? or -, in quotation marks',
  BAD_SCALAR_START: 'put text that begins with this sign in quotation marks',
  MULTILINE_IMPLICIT_KEY: 'after a key come a colon and a space',
  DUPLICATE_KEY: 'each key may stand once; keep one of the two',
  NON_STRING_KEY: 'put the key in quotation marks',
  TAB_AS_INDENT: 'indent with spaces',
  BAD_INDENT: 'things that belong together begin in the same column',
  MULTIPLE_DOCS: 'one scenario a file; remove the line ---',
};

/** Where the library speaks to who calls it, not to who wrote the file. */
const plainer: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: 'a second document begins here',
};

const pairsKnown = new WeakMap<YAMLMap, ReadonlyMap<unknown, Pair>>();

/** Of a group by key, the first of each: a file may have very many. */
function pairsOf(map: YAMLMap): ReadonlyMap<unknown, Pair> {
  const known = pairsKnown.get(map);
  if (known) return known;
  const pairs = new Map<unknown, Pair>();
  for (const pair of map.items) {
    if (isScalar(pair.key) && !pairs.has(pair.key.value)) pairs.set(pair.key.value, pair);
  }
  pairsKnown.set(map, pairs);
  return pairs;
}

/** Offsets of the key and value at a path, or of the last ones on the way to it. */
function locate(document: Document, path: Path): { found: boolean; key: number; value: number } {
  let node: unknown = document.contents;
  let key = startOf(node) ?? 0;
  let value = key;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = pairsOf(node).get(step);
      if (pair === undefined) return { found: false, key, value };
      key = startOf(pair.key) ?? value;
      node = pair.value;
      value = startOf(node) ?? key;
    } else if (isSeq(node) && typeof step === 'number' && step < node.items.length) {
      node = node.items[step];
      value = startOf(node) ?? value;
      key = value;
    } else {
      return { found: false, key, value };
    }
  }
  return { found: true, key, value };
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

function plainData(
  document: Document,
  complain: (message: string, offset: number) => void,
): unknown {
  try {
    return document.toJS();
  } catch (error) {
    // An alias without an anchor, or aliases nested until they explode.
    const told = error instanceof Error ? error.message : String(error);
    const message = told.startsWith('Excessive alias')
      ? 'aliases (*) name lists that hold aliases, until the whole would fill the memory'
      : told;
    let offset = 0;
    visit(document, {
      Alias: (_key, alias) => {
        if (alias.resolve(document) !== undefined) return undefined;
        offset = startOf(alias) ?? 0;
        return visit.BREAK;
      },
    });
    complain(message, offset);
    return undefined;
  }
}

/** Groups within groups; a scenario has five. */
const deepest = 50;

/**
 * A scenario that a program made: what a file would say, as an object. Its problems have a path instead of a line. What is
 * `undefined` counts as left out.
 *
 * @throws UserError if it goes in a circle
 */
export function objectDocument(name: string, given: unknown): LocatedDocument {
  const data = plain(given, 0);
  return { name, data, has: (path) => has(data, path), valueAt: () => ({}), keyAt: () => ({}) };
}

function plain(value: unknown, depth: number): unknown {
  if (depth > deepest)
    throw new UserError('the scenario goes in a circle: an object is inside itself');
  if (Array.isArray(value)) return value.map((entry) => plain(entry, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return Object.fromEntries(entries.map(([key, entry]) => [key, plain(entry, depth + 1)]));
}

function has(data: unknown, path: Path): boolean {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false;
    value = Reflect.get(value, step);
  }
  return true;
}
