import type { Problem } from '../errors.ts';
import { objectDocument, readYaml, type LocatedDocument, type Path } from './yaml/document.ts';
import { fileSchema, type ScenarioFile } from './file.ts';
import { problemAt, relayed } from './problems.ts';
import { readAround } from './reading.ts';
import { inEnglish, type InEnglish } from './words.ts';

/** A text and the name that problems give it. */
export interface Source {
  readonly name: string;
  readonly text: string;
}

/** The same as values that a program made, which have no lines. */
export interface ObjectSource {
  readonly name: string;
  readonly data: unknown;
}

/**
 * The text that `extends: reference` names in the file `from`, or `sample: { file: reference }`: the id of a shipped
 * scenario or set of vectors, or a path relative to that file.
 *
 * @param what the reference names; without it a scenario
 * @throws UserError if there is none
 */
export type ReadExtended = (
  reference: string,
  from: string,
  what?: 'scenario' | 'points',
) => Source;

/** One file of a chain of `extends`, or the flags of a command line: what it says, and where. */
export interface Layer {
  readonly document: LocatedDocument;
  /** What could be understood of it. */
  readonly file: Partial<ScenarioFile>;
  /** Whether something stands at `path`, or around it, that could not be understood. */
  readonly isUnreadable: (path: Path) => boolean;
  /** Its texts in several languages. */
  readonly words?: Pick<InEnglish, 'own' | 'labels'>;
}

/**
 * The file and, after it, what it extends, nearest first. Every file is read even if others have
 * mistakes, so that a user sees all of them at once.
 */
export function readLayers(
  source: Source | ObjectSource,
  read: ReadExtended,
  problems: Problem[],
): Layer[] {
  const layers: Layer[] = [];
  let next: Source | ObjectSource | undefined = source;
  while (next !== undefined) {
    const document =
      'text' in next
        ? readYaml(next.name, next.text, problems)
        : objectDocument(next.name, next.data);
    const layer = readLayer(document, problems);
    layers.push(layer);
    next = extended(layers, read, problems);
    // What the file that is not there would have said is nobody's mistake.
    if (next === undefined && layer.file.extends !== undefined) layers.push(unread(layer.document));
  }
  return layers;
}

/** Files that may extend each other in a row. */
const mostLayers = 20;

/** Of a document that may say anything. */
function unread(document: LocatedDocument): Layer {
  return { document, file: {}, isUnreadable: () => true };
}

/** Understands what can be understood of one document. */
export function readLayer(document: LocatedDocument, problems: Problem[]): Layer {
  if (document.broken) return unread(document);
  if (document.data === null) {
    problems.push(problemAt(document, [], 'the file is empty\nbegin with version: 1'));
    return unread(document);
  }
  const { data, ...words } = inEnglish(document, problems);
  const { value, lost } = readAround(
    fileSchema,
    fileSchema.exactPartial(),
    data,
    document,
    problems,
  );
  if (value === undefined) return unread(document);
  const isAround = (part: Path, path: Path) => part.every((step, i) => step === path[i]);
  return {
    document,
    file: value,
    words,
    isUnreadable: (path) => lost.some((part) => isAround(part, path)),
  };
}

/** What the last layer extends, unless that cannot be read or closes a circle. */
function extended(layers: Layer[], read: ReadExtended, problems: Problem[]): Source | undefined {
  const last = layers.at(-1);
  if (last?.file.extends === undefined) return undefined;
  try {
    const source = read(last.file.extends, last.document.name);
    const names = layers.map((layer) => layer.document.name);
    if (layers.length >= mostLayers) {
      const message = `is file number ${layers.length + 1} of those that extend each other; at most ${mostLayers} may`;
      problems.push(problemAt(last.document, ['extends'], message));
      return undefined;
    }
    if (!names.includes(source.name)) return source;
    const circle = [...names.slice(names.indexOf(source.name)), source.name].join(' → ');
    problems.push(problemAt(last.document, ['extends'], `goes in a circle: ${circle}`));
  } catch (error) {
    problems.push(...relayed(last.document, ['extends'], error));
  }
  return undefined;
}
