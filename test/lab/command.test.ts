import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { creditlab } from '../end-to-end/creditlab.ts';

describe('creditlab lab', () => {
  const folder = mkdtempSync(join(tmpdir(), 'creditlab-lab-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('writes the lab with a scenario loaded, and says where it lies', () => {
    const path = join(folder, 'class.html');
    const { exitCode, stdout } = creditlab(folder, 'lab', 'short-memory', '--out', path);
    expect(exitCode).toBe(0);
    expect(stdout.trim()).toBe(path);
    const given: unknown = JSON.parse(
      /id="given">(.*)<\/script>/.exec(readFileSync(path, 'utf8'))?.[1] ?? '',
    );
    expect(given).toMatchObject({ name: 'short-memory', bench: { a: { institution: 'none' } } });
  });

  it('leaves a file alone that is none of ours, and refuses a design', () => {
    const path = join(folder, 'thesis.html');
    writeFileSync(path, 'my thesis');
    const refused = creditlab(folder, 'lab', '--out', path);
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain('is no lab of ours');
    expect(readFileSync(path, 'utf8')).toBe('my thesis');
    writeFileSync(
      join(folder, 'design.yaml'),
      [
        ...['version: 1', 'title: T', 'question: Q?', 'source: assumption', 'extends: baseline'],
        ...['worlds: [actual]', 'vary:', '  economy.search.quotes: [1, 2]', ''],
      ].join('\n'),
    );
    const design = creditlab(folder, 'lab', 'design.yaml', '--out', join(folder, 'other.html'));
    expect(design.exitCode).toBe(1);
    expect(design.stderr).toContain('not one market');
  });
});
