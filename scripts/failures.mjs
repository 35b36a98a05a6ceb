import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './prepare.mjs';

/** Of a reason, so many lines are told, and so much of each. */
const most = { lines: 6, letters: 160 };

/** Says what failed and why, briefly, in the form that .ci/run finds again: a line FAILED, and under it, indented, the reason. */
export function tellFailure(what, why) {
  const lines = stripVTControlCharacters(why)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, most.lines);
  console.log(`FAILED ${what}`);
  for (const line of lines) console.log(`  ${line.slice(0, most.letters)}`);
}

/** A reporter for vitest: once all is done, says what failed. */
export default class Failures {
  onTestRunEnd(modules, others) {
    for (const module of modules) {
      const file = relative(root, module.moduleId);
      // A file that does not load has no tests to fail.
      for (const error of module.errors()) tellFailure(file, reasonOf(error));
      for (const suite of module.children.allSuites()) {
        for (const error of suite.errors())
          tellFailure(`${file}: ${suite.fullName}`, reasonOf(error));
      }
      for (const test of module.children.allTests('failed')) {
        const [error] = test.result().errors;
        tellFailure(`${file}: ${test.fullName}`, reasonOf(error));
      }
    }
    for (const error of others) tellFailure('outside of the tests', reasonOf(error));
  }
}

/** Where, what, and how it differs from what was expected. */
function reasonOf({ name, message, stacks = [], diff = '' }) {
  const [place] = stacks;
  const where = place ? `${relative(root, place.file)}:${place.line}: ` : '';
  const differs = stripVTControlCharacters(diff)
    .split('\n')
    .filter((line) => /^[-+] {2}/.test(line));
  return [`${where}${name}: ${message}`, ...differs].join('\n');
}
