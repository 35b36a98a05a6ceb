import type { LocatedDocument } from '../../scenario/reading.ts';
import type { TargetEntry, TargetsFile } from './file-schema.ts';

/** One file of a chain of `extends`: what it says, and where. */
export interface TargetsLayer {
  readonly document: LocatedDocument;
  /** What could be understood of it. */
  readonly file: Omit<Partial<TargetsFile>, 'targets'>;
  /** Its targets; undefined where the key is not there or is no list. */
  readonly entries: readonly ReadEntry[] | undefined;
  /** Whether something stands there for targets that could not be understood. */
  readonly isSpoilt: boolean;
}

/** An entry of `targets`. */
export interface ReadEntry {
  /** What could be understood of it. */
  readonly said: Partial<TargetEntry>;
  /** Whether that is all: otherwise what is wrong has been told, and the entry makes no target. */
  readonly isWhole: boolean;
}
