import type { ScenarioValues } from './town-scenario.ts';

/** The values of a scenario as the text of its file: keys in order, blocks indented, lists of one line. */
export function scenarioText(values: ScenarioValues): string {
  return `${block(values, '').join('\n')}\n`;
}

function block(values: ScenarioValues, indent: string): string[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const isBlock = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isBlock) return [`${indent}${key}: ${inline(value)}`];
    return [`${indent}${key}:`, ...block({ ...value }, `${indent}  `)];
  });
}

/** JSON is YAML. */
function inline(value: unknown): string {
  return JSON.stringify(value);
}
