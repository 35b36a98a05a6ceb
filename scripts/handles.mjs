/**
 * Few files may be open at the same time: below what the program needs, one sentence; below what Node takes when it reads many
 * modules at once, modules are read one by one.
 */
import { readFileSync } from 'node:fs';
import { register } from 'node:module';

/** Files that creditlab has open at the same time, with two threads and its report. */
const needed = 64;

/** With so many, Node may read all modules at once. */
const ample = 512;

/** Ends the program, or makes it go easy on files, where the system allows few. */
export function goEasyOnFiles() {
  const most = mostFiles();
  if (most < needed) {
    console.error(
      `error: only ${most} files may be open here at the same time, and creditlab needs ${needed}; "ulimit -n" says and sets how many`,
    );
    process.exit(1);
  }
  if (most < ample) register('./one-by-one.mjs', import.meta.url);
}

/** What the system allows this process, where it tells. */
function mostFiles() {
  try {
    const [, soft] =
      /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
    return Number(soft ?? Infinity);
  } catch {
    return Infinity;
  }
}
