import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { hashOfFile } from '../hash.ts';

/** Names the files that creditlab made of the results of a folder, or beside them, with their hashes. */
export const listName = '.drawn.json';

const entry = z.object({
  name: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  /** It shows the numbers of results.csv, and leaves with them; else it stays until it is made again. */
  leaves: z.boolean(),
});

/** A file that was drawn; one of a list that held names only has no hash. */
export type DrawnFile = Omit<z.infer<typeof entry>, 'bytes' | 'sha256'> &
  Partial<Pick<z.infer<typeof entry>, 'bytes' | 'sha256'>>;

const list = z.union([
  z.object({ format: z.literal(2), files: z.array(entry) }).transform(({ files }) => files),
  // As creditlab 0.1.0 wrote it.
  z
    .array(z.string())
    .transform((names) => names.map((name): DrawnFile => ({ name, leaves: true }))),
]);

/** What is listed in a folder; empty where there is no list, or none that can be read. */
export function drawnIn(folder: string): DrawnFile[] {
  try {
    return list.parse(JSON.parse(readFileSync(join(folder, listName), 'utf8')));
  } catch {
    return [];
  }
}

/** The list of a folder as text. Files of a list without hashes are taken as they are now. */
export function drawnText(folder: string, files: readonly DrawnFile[]): string {
  const sorted = files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const whole = sorted.flatMap((file) => {
    if (file.sha256 !== undefined) return file;
    const path = join(folder, file.name);
    const there = lstatSync(path, { throwIfNoEntry: false });
    return there?.isFile() ? { ...file, bytes: there.size, sha256: hashOfFile(path) } : [];
  });
  return `${JSON.stringify({ format: 2, files: whole }, null, 2)}\n`;
}
