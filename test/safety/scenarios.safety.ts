import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { seeded } from './seeded.ts';
import { tally } from './tally.ts';

const home = mkdtempSync(join(tmpdir(), 'creditlab-hostile-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const count = Number(process.env['SAFETY_SCENARIOS'] ?? 60);
const shipped = ['tiny', 'baseline', 'study'].map((id) =>
  readFileSync(fileURLToPath(new URL(`../../scenarios/${id}.yaml`, import.meta.url)), 'utf8'),
);

const pieces = [
  ...[
    'null',
    '~',
    '[]',
    '{}',
    '-1',
    '1e400',
    '.nan',
    '.inf',
    '0x10',
    '"\\u0000"',
    '"\\u202e"',
    '=1+1',
  ],
  ...[
    '&a *a',
    '*nowhere',
    '<<: {a: 1}',
    '!!binary aaaa',
    '? [a]',
    '0,05',
    '1_000',
    '9'.repeat(400),
  ],
  ...[
    '/dev/zero',
    '../../etc/passwd',
    './nowhere.ts',
    '__proto__',
    'constructor',
    'x'.repeat(9999),
  ],
  ...['[[[[[[', '}}}', '"', "'", '|', '>', '%YAML 1.1', '---', '...', '\t', '\r', ': :', '- -'],
];

/** A shipped scenario in which a few places were made hostile. */
function hostile(seed: number): string {
  const draw = seeded(seed);
  const lines = (shipped[draw(shipped.length)] ?? '').split('\n');
  for (let changes = 1 + draw(4); changes > 0; changes--) {
    const at = draw(lines.length);
    const piece = pieces[draw(pieces.length)] ?? '';
    const line = lines[at] ?? '';
    const kinds = [
      () => line.replace(/:.*/, `: ${piece}`),
      () => `${line} ${piece}`,
      () => piece,
      () => `${line}\n${line}`,
      () => line.slice(0, draw(line.length + 1)),
      () => ` ${line}`,
    ];
    lines[at] = (kinds[draw(kinds.length)] ?? kinds[0])();
  }
  return lines.join('\n');
}

const timeout = Math.max(120_000, count * 2000);

it(
  `${count} hostile scenarios are each read, or refused with a place and plain words`,
  { timeout },
  async () => {
    const fallen: unknown[] = [];
    for (let seed = 0; seed < count; seed++) {
      const file = join(home, `hostile-${seed}.yaml`);
      writeFileSync(file, hostile(seed));
      const outcome: unknown = await loadScenario(file).catch((error: unknown) => error);
      if (outcome instanceof Error && !(outcome instanceof UserError)) {
        fallen.push({ seed, stack: outcome.stack });
      }
      if (outcome instanceof UserError) {
        expect(outcome.problems.every(({ message }) => message.length > 3)).toBe(true);
      }
    }
    tally('mutated scenarios', count, fallen.length);
    expect(fallen).toEqual([]);
  },
);
