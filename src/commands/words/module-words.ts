import { relative } from 'node:path';
import { modulesOf } from '../../folder/index.ts';
import { refuseModules, type Scenario } from '../../scenario/index.ts';
import { say } from '../../terminal/terminal.ts';

/** `--no-modules`. */
export const refuse = refuseModules;

/** That a scenario runs code, and which. */
export function sayModules(scenario: Scenario): void {
  const paths = [...new Set(modulesOf(scenario).map(({ path }) => relative('', path)))];
  if (paths.length > 0) say(`Runs code that the scenario names: ${paths.join(', ')}`);
}
