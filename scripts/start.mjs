/**
 * `npm start`: installs and builds what is missing, then runs scenarios/baseline.yaml.
 * Arguments go to `creditlab run`: `npm start -- scenarios/tiny.yaml --seed lecture-3`.
 */
import { buildIfStale, installIfNeeded, run } from './prepare.mjs';

installIfNeeded('program');
buildIfStale();

const given = process.argv.slice(2);
const namesScenario = given.some(
  (word, i) => /\.ya?ml$/.test(word) || (i === 0 && !word.startsWith('-')),
);
const args = namesScenario ? given : ['scenarios/baseline.yaml', ...given];
process.exitCode = run('node', ['scripts/creditlab.mjs', 'run', ...args]);
