import type { Problem } from '../errors.ts';
import type { LocatedDocument, Path } from './yaml/document.ts';
import type { ScenarioFile } from './file.ts';
import type { Layer } from './layers.ts';
import { problemAt, relayed } from './problems.ts';

/** A scenario while it is put together: what all its layers say, and the mistakes found so far. */
export interface Draft {
  /** The file that the user named. */
  readonly entry: LocatedDocument;
  /** What the layers say together; the nearest one counts. */
  readonly given: Partial<ScenarioFile>;
  readonly problems: Problem[];
  /**
   * Whether something stands at `path`, or around it, that could not be understood: then neither its absence nor what
   * stands there otherwise is held against anybody.
   */
  readonly isUnreadable: (path: Path) => boolean;
  /** The document whose word counts at `path`. */
  readonly documentOf: (path: Path) => LocatedDocument;
  /**
   * Notes a contradiction between the values at `paths`, at the one that stands in the nearest layer.
   * The first line of `text` is the message, what follows the hint.
   */
  readonly complain: (paths: readonly [Path, ...Path[]], text: string) => void;
  /** Notes the problems that reading what `path` names brought to light. Throws what is no `UserError`. */
  readonly relay: (path: Path, error: unknown) => void;
}

/**
 * @param layers nearest first
 * @param entry the file that the user named
 */
export function draftOf(
  layers: readonly Layer[],
  entry: LocatedDocument,
  problems: Problem[],
): Draft {
  const rank = (path: Path): number => {
    for (let length = mergeDepth(path); length > 0; length--) {
      const index = layers.findIndex(({ document }) => document.has(path.slice(0, length)));
      if (index >= 0) return index;
    }
    return Infinity;
  };
  const documentOf = (path: Path) => layers[rank(path)]?.document ?? entry;
  return {
    entry,
    given: merged(layers),
    problems,
    isUnreadable: (path) => layers.some((layer) => layer.isUnreadable(path)),
    documentOf,
    complain(paths, text) {
      const path = paths.reduce((best, other) => (rank(other) < rank(best) ? other : best));
      problems.push(problemAt(documentOf(path), path, text));
    },
    relay(path, error) {
      problems.push(...relayed(documentOf(path), path, error));
    },
  };
}

/** Groups of values merge key by key; anything else is replaced as a whole. */
function mergeDepth(path: Path): number {
  const depth = { economy: 3, everyInstitution: 2 }[String(path[0])] ?? 1;
  return Math.min(depth, path.length);
}

function merged(layers: readonly Layer[]): Partial<ScenarioFile> {
  return layers.reduceRight<Partial<ScenarioFile>>((below, { file }) => {
    const { economy = {}, everyInstitution = {} } = below;
    const groups = new Set([...Object.keys(economy), ...Object.keys(file.economy ?? {})]);
    return {
      ...below,
      ...file,
      economy: Object.fromEntries(
        Array.from(groups, (group) => [group, { ...economy[group], ...file.economy?.[group] }]),
      ),
      everyInstitution: { ...everyInstitution, ...file.everyInstitution },
    };
  }, {});
}
