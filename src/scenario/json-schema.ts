import { z } from 'zod';
import { editorSchema } from './file.ts';

/**
 * The JSON Schema of scenario files, with which an editor completes keys, shows meanings, units and
 * defaults, and marks mistakes. scenarios/scenario.schema.json holds it.
 */
export function scenarioJsonSchema(): string {
  const schema = z.toJSONSchema(editorSchema(), { io: 'input', target: 'draft-7' });
  return `${JSON.stringify({ title: 'creditlab scenario', ...schema }, null, 2)}\n`;
}
