import { parse } from 'yaml';
import type { Problem } from '../../errors.ts';
import type { ParameterTable } from '../../parameters.ts';
import { commandLine } from '../overrides.ts';
import type { Scenario } from '../scenario.ts';
import { contradictionIn } from './check-points.ts';
import { hintFor } from './read-factors.ts';
import { withValues, type Assignment } from './set-values.ts';
import { settingsOf } from './settings.ts';
import { isFactorValue, undated, valueProblem } from './values.ts';

/**
 * The scenario with single values that a command line sets, each held to what a file may say.
 *
 * @param given each as `key=value`
 * @param problems receives the mistakes
 */
export function withSet(
  scenario: Scenario,
  given: readonly string[],
  tableOf: (id: string) => ParameterTable,
  problems: Problem[],
): Scenario {
  if (given.length === 0) return scenario;
  const settings = settingsOf(scenario, tableOf);
  const before = problems.length;
  const note = (text: string) => {
    const [message = '', hint] = text.split('\n');
    problems.push({
      ...{ file: commandLine, message: `--set ${message}` },
      ...(hint !== undefined && { hint }),
    });
  };
  const lenders = scenario.lenders.map(({ id }) => id);
  const seen = new Set<string>();
  const assignments = given.flatMap((text): Assignment[] => {
    const [, key = '', written = ''] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
    if (key === '') {
      note(`${text}: is no key=value\nas in --set economy.behaviour.awareness=0.5`);
      return [];
    }
    const setting = settings.get(key);
    if (!setting) {
      note(`${key}: no value is called that\n${hintFor(key, [...settings.keys()])}`);
      return [];
    }
    if (seen.has(key)) note(`${key}: is set twice\nkeep one of the two`);
    seen.add(key);
    const value = undated(setting, scalar(written));
    const problem = valueProblem(setting, value, lenders);
    if (problem === undefined && isFactorValue(value)) return [[setting.target, value]];
    note(`${key}: ${problem ?? 'does not fit here'}`);
    return [];
  });
  if (problems.length > before) return scenario;
  const set = withValues(scenario, assignments);
  const text = contradictionIn(set, settings);
  if (text !== undefined) note(text);
  return set;
}

/** A value as YAML reads it: `0.5`, `true`, `[bank-1, bank-2]`, a word. */
function scalar(text: string): unknown {
  try {
    const value: unknown = parse(text, { logLevel: 'silent' });
    return value;
  } catch {
    return text;
  }
}
