import { languages, type Words } from '../language.ts';
import type { Problem } from '../errors.ts';
import { isFormula } from '../text/odd-signs.ts';
import { problemAt, unknownKey } from './problems.ts';
import type { LocatedDocument, Path } from './yaml/document.ts';

/** What a file says about itself; of a file that is extended none of it counts. */
const ofTheFile = ['title', 'question', 'source'];

/** What a document says where each text is one: the English one of a text in several languages. */
export interface InEnglish {
  readonly data: unknown;
  /** Texts in all languages by the English one: of the file itself, and names of institutions. */
  readonly own: ReadonlyMap<string, Words>;
  readonly labels: ReadonlyMap<string, Words>;
}

/**
 * Takes `{ en, zh }` for what it says in English wherever `title`, `question`, `source` or `label` may stand, and keeps the other
 * languages aside.
 *
 * @param problems receives what is wrong with such texts, at their places
 */
export function inEnglish(document: LocatedDocument, problems: Problem[]): InEnglish {
  const own = new Map<string, Words>();
  const labels = new Map<string, Words>();
  const read = (value: unknown, path: Path): unknown => {
    if (Array.isArray(value)) return value.map((one: unknown, k) => read(one, [...path, k]));
    if (!isGroup(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        const at = [...path, key];
        const isOwn = path.length === 0 && ofTheFile.includes(key);
        if ((!isOwn && key !== 'label') || !isGroup(inner)) return [key, read(inner, at)];
        const words = wordsAt(inner, at, document, problems);
        if (words) (isOwn ? own : labels).set(words.en, words);
        // What is wrong has been told; a text in its place is missed by nobody.
        return [key, words?.en ?? key];
      }),
    );
  };
  return { data: read(document.data, []), own, labels };
}

/** A text in all languages, trimmed; undefined if something is wrong with it. */
function wordsAt(
  given: Readonly<Record<string, unknown>>,
  path: Path,
  document: LocatedDocument,
  problems: Problem[],
): Words | undefined {
  const found = problems.length;
  const known: readonly string[] = languages;
  for (const key of Object.keys(given))
    if (!known.includes(key)) problems.push(unknownKey(document, [...path, key], known));
  const texts = languages.map((language) => {
    const text = given[language];
    const at = Object.hasOwn(given, language) ? [...path, language] : path;
    if (typeof text !== 'string' || text.trim() === '') {
      const hint = `write one text, or one in each language: { ${languages.join(': …, ')}: … }`;
      problems.push(problemAt(document, at, `expected a text in ${language}\n${hint}`));
      return '';
    }
    if (isFormula(text.trim())) {
      const hint = 'begin with a letter or a digit';
      problems.push(problemAt(document, at, `begins like a formula of a spreadsheet\n${hint}`));
    }
    return text.trim();
  });
  if (problems.length > found) return undefined;
  const [en = '', zh = ''] = texts;
  return { en, zh };
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
