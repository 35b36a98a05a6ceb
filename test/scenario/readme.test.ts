import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseScenario } from '../../src/scenario/parse.ts';
import { scenarioFolder } from '../../src/scenario/disk.ts';
import { surroundings } from './in-memory.ts';
import { page } from './shipped-ids.ts';

const baseline = readFileSync(join(scenarioFolder, 'baseline.yaml'), 'utf8');

const examples = Array.from(page.matchAll(/```yaml\n(.*?)```/gs), ([, text = '']) => text);

it.each(examples.map((text, i) => [i + 1, text] as const))(
  'its example %i is valid',
  async (_, text) => {
    const scenario = await parseScenario(
      { name: 'example.yaml', text },
      surroundings({ baseline }),
    );
    expect(scenario.institutions.length).toBeGreaterThan(1);
  },
);
