/** What lies in an output folder. Reading and writing results and manifests loads zod. */
export {
  makeFolder,
  reasonOf,
  replaceFile,
  requireWritable,
  type Content,
} from './publish/files.ts';
export { hashOfFile, sha256 } from './hash.ts';
export { canonicalJson } from '../text/json.ts';
export type { Manifest } from './manifest.ts';
export { copyNames, modulesOf, requireUnchangedModules } from './module-copies.ts';
export type { ModuleRecord } from './module-record.ts';
export { pathInside } from './publish/inside.ts';
export type { StoredRun } from './read-folder.ts';
export { isSameWorld, scenarioDifferences } from './scenario-differences.ts';
export { remembering } from './remembering.ts';
