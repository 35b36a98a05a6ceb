import { buildIfStale } from '../scripts/prepare.mjs';

/**
 * The tests start the program, and its threads, as users have it: built, once for all of them, and again as they are
 * watched.
 */
export default function build(project) {
  buildIfStale();
  project.onTestsRerun(buildIfStale);
}
