import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadExternalFact } from '../../src/evidence/external.ts';
import {
  applicationColumns,
  fileColumns,
  peopleColumns,
  trialColumns,
} from '../../src/evidence/kit.ts';
import { verdictsIn } from '../../src/evidence/ratchet.ts';
import { facts } from '../../src/evidence/registry.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(root + path, 'utf8');

describe('docs/evidence.md', () => {
  it('tells every shipped fact, and no other', () => {
    const told = [...verdictsIn(read('docs/evidence.md')).keys()].toSorted();
    const shipped = facts.map(({ id }) => id).toSorted();
    expect(told, 'npm run docs:evidence writes the page anew (long)').toEqual(shipped);
  });
});

describe('how to add a fact', () => {
  const page = read('docs/how-to-add-a-fact.md');

  it('shows the file that the examples hold, which is a fact', async () => {
    const path = 'examples/take-up-at-high-rates.ts';
    const [, code] = /```ts\n([^]*?)```/.exec(page) ?? [];
    expect(code).toBe(read(path));
    expect((await loadExternalFact(root + path)).fact.id).toBe('take-up-at-high-rates');
  });

  it('names every column that can be read', () => {
    const all = [applicationColumns, peopleColumns, fileColumns, trialColumns];
    const missing = all.flatMap(Object.keys).filter((name) => !page.includes(`| \`${name}\``));
    expect(missing).toEqual([]);
  });

  it('names no file that is not there', () => {
    const paths = [...page.matchAll(/(?:examples|src)\/[\w./-]*\w/g)].map(([path]) => path);
    expect(paths.length).toBeGreaterThan(3);
    expect(paths.filter((path) => !existsSync(root + path))).toEqual([]);
  });
});
