import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { simulate } from '../../src/engine/simulate.ts';
import { loadExternalInstitution } from '../../src/scenario/institutions/external.ts';
import { marketInstitutionOf } from '../../src/scenario/institutions/resolve.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { fingerprint, marketOf } from '../engine/market.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(root + path, 'utf8');
const page = read('docs/how-to-add-an-institution.md');

/** The page's code blocks in a language. */
const blocks = (language: string) =>
  [...page.matchAll(new RegExp('```' + language + '\\n([^]*?)```', 'g'))].map(([, code]) => code);

const folder = mkdtempSync(join(tmpdir(), 'creditlab-how-to-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Each institution of a scenario, met by a small market. */
async function ledgersOf(path: string) {
  const { institutions, lenders } = await loadScenario(path);
  const ledgers = new Map<string, string>();
  for (const choice of institutions) {
    const institution = await marketInstitutionOf(choice, lenders, loadExternalInstitution);
    const market = marketOf({ borrowers: 800, quarters: 16, burnIn: 4, lenders });
    ledgers.set(choice.id, fingerprint(simulate(market, institution)));
  }
  return ledgers;
}

describe('how to add an institution', () => {
  it('shows the file that the examples hold', () => {
    expect(blocks('ts')).toEqual([read('examples/forgiving-registry.ts')]);
  });

  it('shows institutions of the scenario that the examples hold', () => {
    const { institutions } = parse(read('examples/second-chance.yaml'));
    const shown = parse(blocks('yaml')[1]).institutions;
    expect(institutions.slice(0, shown.length)).toEqual(shown);
  });

  it('names an example scenario that runs, each institution to its own result', async () => {
    const ledgers = await ledgersOf(`${root}examples/second-chance.yaml`);
    expect([...ledgers.keys()].toSorted()).toEqual([
      'forgiving-registry',
      'full-sharing',
      'large-lenders-club',
      'none',
      'unforgiving-registry',
    ]);
    expect(new Set(ledgers.values()).size).toBe(5);
  });

  it('shows an institution in columns that runs', async () => {
    const path = join(folder, 'columns.yaml');
    const header = 'version: 1\ntitle: t\nquestion: q\nsource: s\nextends: baseline\n';
    writeFileSync(path, header + blocks('yaml')[0]);
    const ledgers = await ledgersOf(path);
    expect([...ledgers.keys()]).toEqual(['none', 'open-banking']);
    expect(new Set(ledgers.values()).size).toBe(2);
  });

  it('names no file that is not there', () => {
    const paths = [...page.matchAll(/(?:examples|src)\/[\w./-]*\w/g)].map(([path]) => path);
    expect(paths.length).toBeGreaterThan(5);
    expect(paths.filter((path) => !existsSync(root + path))).toEqual([]);
  });
});
