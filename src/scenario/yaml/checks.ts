import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  visit,
  YAMLParseError,
  type Document,
  type Scalar,
} from 'yaml';
import { oddSignIn } from '../../text/odd-signs.ts';

/** Told what is wrong, with a hint, and where. */
type Complain = (message: string, hint: string, offset: number) => void;

/**
 * What YAML lets pass and a scenario does not: texts that show otherwise than they read, decimal commas in flow style,
 * other versions of YAML, a number in place of a seed's text. Numbers of a seed become their text.
 */
export function checkYaml(document: Document, text: string, complain: Complain): void {
  checkVersion(document, complain);
  checkSigns(document, text, complain);
  checkCommas(document, text, complain);
  keepSeed(document);
}

/** In YAML 1.1, 1:30 is 90 and `no` is false. */
function checkVersion({ directives }: Document, complain: Complain): void {
  const { explicit, version } = directives?.yaml ?? {};
  if (!explicit || version === '1.2') return;
  const hint = 'scenarios are YAML 1.2; remove the line';
  complain(`%YAML ${version} is not read: numbers and words mean other things there`, hint, 0);
}

function checkSigns(document: Document, text: string, complain: Complain): void {
  const hint = 'write the text without it; letters of every script are welcome';
  let isFound = false;
  const look = (value: string, offset: number) => {
    const sign = oddSignIn(value);
    if (sign === undefined) return;
    isFound = true;
    complain(`the text holds ${sign}`, hint, offset);
  };
  visit(document, {
    Scalar(_, { value, range }) {
      if (typeof value === 'string') look(value, range?.[0] ?? 0);
    },
  });
  if (isFound) return;
  // Comments, too, are read by people.
  const at = text.search(/[^\t\n\r\u0020-\u007e\u00a0-\u2029\u202f-\u2065\u206a-\u{10ffff}]/u);
  if (at >= 0) look(text.slice(at, at + 1), at);
}

/** `{ share: 0,05 }` is `{ share: 0, 05: }` to YAML, and `[0,05]` two numbers. */
function checkCommas(document: Document, text: string, complain: Complain): void {
  const isDigits = (node: unknown): node is Scalar =>
    isScalar(node) && /^\d+$/.test(node.source ?? '');
  const follows = (node: Scalar) => text[(node.range?.[0] ?? 0) - 1] === ',';
  const tell = (before: unknown, after: Scalar) => {
    const whole = isScalar(before) ? (before.source ?? '') : '';
    if (!/^[-+]?\d+$/.test(whole)) return false;
    const hint = `write ${whole}.${after.source}: decimals have a dot`;
    complain(`${whole},${after.source} is not a number`, hint, after.range?.[0] ?? 0);
    // What is meant is plain: no mistake is made up of the rest.
    if (isScalar(before)) before.value = Number(`${whole}.${after.source}`);
    return true;
  };
  /** `[0,1, 0,5]`: every other comma has a space behind it. */
  const arePairs = (items: readonly unknown[]) =>
    items.length > 2 &&
    items.length % 2 === 0 &&
    items.every((item, i) => isDigits(item) && (i === 0 || follows(item) === (i % 2 === 1)));
  visit(document, {
    Map(_, { flow, items }) {
      if (!flow) return;
      for (let i = items.length - 1; i > 0; i--) {
        const { key, value } = items[i] ?? {};
        const isBare = value === null || (isScalar(value) && value.source === '');
        if (!isDigits(key) || !isBare || !follows(key)) continue;
        if (tell(items[i - 1]?.value, key)) items.splice(i, 1);
      }
    },
    Seq(_, { flow, items }) {
      if (!flow) return;
      const isPaired = arePairs(items);
      for (let i = items.length - 1; i > 0; i--) {
        const item = items[i];
        // Without a zero before it, it may well be a list of whole numbers.
        const isMeant = /^0\d/.test((isScalar(item) && item.source) || '') || isPaired;
        if (!isDigits(item) || !follows(item) || !isMeant) continue;
        if (tell(items[i - 1], item)) items.splice(i, 1);
      }
    },
  });
}

/** 010, 10 and 0x1F are three seeds: a seed is its text as it was written. */
function keepSeed(document: Document): void {
  const { contents } = document;
  if (!isMap(contents)) return;
  for (const pair of contents.items) {
    if (!isScalar(pair.key) || pair.key.value !== 'seed') continue;
    const value = isAlias(pair.value) ? pair.value.resolve(document) : pair.value;
    if (!isScalar(value)) continue;
    const isNumber = typeof value.value === 'number' || typeof value.value === 'bigint';
    if (!isNumber || value.source === undefined) continue;
    // Where an alias stands for it, the number that it names stays one.
    if (isScalar(pair.value)) pair.value.value = value.source;
    else pair.value = document.createNode(value.source);
  }
}

/** Adds the mistake that a key stands twice in a group to those of a document, in the order of the text. */
export function noteTwins(document: Document): void {
  const found: YAMLParseError[] = [];
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const [start = 0, end = start] = key.range ?? [];
        const isTwin = seen.has(key.value);
        seen.add(key.value);
        const message = `Map keys must be unique: ${String(key.value)} stands here a second time`;
        if (isTwin) found.push(new YAMLParseError([start, end], 'DUPLICATE_KEY', message));
      }
    },
  });
  if (found.length === 0) return;
  const all = [...document.errors, ...found].toSorted((a, b) => a.pos[0] - b.pos[0]);
  document.errors = all;
}

/** Levels of lists and groups in each other; more are nobody's scenario. */
export const mostLevels = 100;

/** Whether a document is nested more deeply than any scenario. */
export function isTooDeep(document: Document): boolean {
  let nodes: readonly unknown[] = [document.contents];
  for (let level = 0; nodes.length > 0; level++) {
    if (level > mostLevels) return true;
    nodes = nodes.flatMap((node) => {
      if (isMap(node)) return node.items.flatMap(({ key, value }) => [key, value]);
      return isSeq(node) ? node.items : [];
    });
  }
  return false;
}
