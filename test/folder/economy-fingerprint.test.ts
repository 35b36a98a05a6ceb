import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { economyFingerprint, marketHash } from '../../src/folder/ensemble/economy-fingerprint.ts';
import { economySource } from '../../src/folder/ensemble/economy-sources.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { temporaryFolder } from '../run/fixture.ts';

it('moves with what a formula does, and not with how it is explained', () => {
  const copy = temporaryFolder();
  cpSync(new URL('../../src/', import.meta.url), copy, { recursive: true });
  const hash = () => economySource(pathToFileURL(`${copy}/`));
  const before = hash();
  expect(before).toBe(economyFingerprint);
  const changed = (name: string, change: (text: string) => string) => {
    const file = join(copy, name);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, change(text));
    const found = hash();
    writeFileSync(file, text);
    return found;
  };
  const file = 'engine/stake/discount.ts';
  expect(changed(file, (text) => `// Better explained.\n\n${text}type New = number;\n`)).toBe(
    before,
  );
  for (const name of [file, 'math/exp.ts', 'measures/registry.ts', 'institutions/sesame.ts']) {
    expect(changed(name, (text) => `${text}export const another = 1;\n`)).not.toBe(before);
  }
  expect(changed('charts/theme.ts', (text) => `${text}export const other = 1;\n`)).toBe(before);
});

it('of a market is that of its economy, lenders and institution, not of its size', async () => {
  const scenario = await loadScenario('tiny');
  const [none, other] = scenario.institutions;
  const hash = marketHash(scenario, none);
  expect(marketHash({ ...scenario, borrowers: 7, seed: 'x' }, none)).toBe(hash);
  expect(marketHash(scenario, { ...none, id: 'x', label: 'X', participation: 1 })).toBe(hash);
  expect(marketHash(scenario, other)).not.toBe(hash);
  expect(marketHash({ ...scenario, sanctions: 'relearned' }, none)).not.toBe(hash);
  const changed = await loadScenario('tiny', { set: ['economy.behaviour.awareness=0.5'] });
  expect(marketHash(changed, none)).not.toBe(hash);
});
