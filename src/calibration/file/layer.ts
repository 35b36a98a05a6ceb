import type { LocatedDocument } from '../../scenario/reading.ts';
import type { TargetsFile } from './file-schema.ts';

/** One file of a chain of `extends`: what it says, and where. */
export interface TargetsLayer {
  readonly document: LocatedDocument;
  /** What could be understood of it. */
  readonly file: Partial<TargetsFile>;
}
