import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { temporaryFolder } from '../run/fixture.ts';

const head = 'version: 1\ntitle: t\nquestion: q\nsource: s\nextends: tiny\n';

describe('a file that is no scenario is refused, whatever its kind and size', () => {
  const refusal = async (name: string) => {
    const said = await loadScenario(name).catch((error: unknown) => {
      expect(error).toBeInstanceOf(UserError);
      return String(error);
    });
    return said;
  };

  it.runIf(process.platform !== 'win32')('a device and a pipe', async () => {
    const folder = temporaryFolder();
    execFileSync('mkfifo', [join(folder, 'pipe.yaml')]);
    expect(await refusal(join(folder, 'pipe.yaml'))).toMatch(/is not a regular file/);
    writeFileSync(join(folder, 'a.yaml'), head.replace('tiny', '/dev/zero'));
    expect(await refusal(join(folder, 'a.yaml'))).toMatch(/\/dev\/zero: is not a regular file/);
  });

  it.runIf(process.platform === 'linux')('what the system makes up as it is read', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.yaml'), head.replace('tiny', '/proc/kmsg'));
    expect(await refusal(join(folder, 'a.yaml'))).toMatch(/\/proc\/kmsg: is not a regular file/);
  });

  it('one of very many keys, of which a hundred are told one by one', async () => {
    const folder = temporaryFolder();
    const keys = Array.from({ length: 30_000 }, (_, i) => `  key-${i}: 1`).join('\n');
    writeFileSync(join(folder, 'a.yaml'), `${head}economy:\n${keys}\n`);
    const said = await refusal(join(folder, 'a.yaml'));
    expect(said).toSatisfy((text: string) => text.split('unknown key "').length === 101);
    expect(said).toMatch(/economy: 29900 more unknown keys/);
  });

  it('one of a thousand lenders', async () => {
    const file = join(temporaryFolder(), 'many.yaml');
    const entries = Array.from(
      { length: 1000 },
      (_, i) => `  - { id: l${i}, kind: bank, share: 0.001 }`,
    );
    writeFileSync(file, `${head}lenders:\n${entries.join('\n')}\n`);
    expect(await refusal(file)).toMatch(/lenders: the list is too long\n.*at most 100/);
  });

  it('one of fifty megabytes', async () => {
    const file = join(temporaryFolder(), 'large.yaml');
    writeFileSync(file, Buffer.alloc(50_000_000, 'a'));
    expect(await refusal(file)).toMatch(/has 50 MB; at most 1 MB are read/);
  });

  it.each([
    ['lists in lists', `seed: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`],
    ['compact lists', `seed:\n  ${'- '.repeat(10_000)}a\n`],
    ['groups in groups', `seed: ${'{a: '.repeat(10_000)}1${'}'.repeat(10_000)}\n`],
  ])('one of ten thousand levels: %s', async (_, lines) => {
    const file = join(temporaryFolder(), 'deep.yaml');
    writeFileSync(file, head + lines);
    expect(await refusal(file)).toMatch(/more than 100 deep/);
  });

  it('one that extends another, and so on ten thousand times', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'chain'));
    for (let i = 0; i < 100; i++) {
      const next = head.replace('tiny', `./${i + 1}.yaml`);
      writeFileSync(join(folder, 'chain', `${i}.yaml`), next);
    }
    expect(await refusal(join(folder, 'chain/0.yaml'))).toMatch(/at most 20 may/);
  });

  it('one of five thousand institutions', async () => {
    const file = join(temporaryFolder(), 'many.yaml');
    const entries = Array.from({ length: 5000 }, (_, i) => `  - { use: none, as: n${i} }`);
    writeFileSync(file, `${head}institutions:\n${entries.join('\n')}\n`);
    expect(await refusal(file)).toMatch(/at most 100 institutions/);
    expect(readFileSync(file).length).toBeLessThan(1_000_000);
  });
});
