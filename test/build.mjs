import { buildIfStale } from '../scripts/prepare.mjs';

/**
 * The tests start the program, and its threads, as users have it: built, once for all of them, and again as they are
 * watched. They are told whether goldens are written anew (-u).
 */
export default function build(project) {
  buildIfStale();
  project.onTestsRerun(buildIfStale);
  project.provide('renewsGoldens', project.config.snapshotOptions.updateSnapshot === 'all');
}
