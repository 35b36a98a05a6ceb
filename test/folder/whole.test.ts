import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { sha256 } from '../../src/folder/hash.ts';
import { readManifest } from '../../src/folder/manifest.ts';
import { publish, publishBeside } from '../../src/folder/output-folder.ts';
import { outputsOf } from '../../src/folder/outputs.ts';
import { readFolder } from '../../src/folder/read-folder.ts';
import { drawnStanding, extraIn, requireWhole, resultsStanding } from '../../src/folder/whole.ts';
import { inOrderOfRecord, simulateScenario } from '../../src/jobs/index.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { scripted, temporaryFolder } from '../run/fixture.ts';

const scenario = inOrderOfRecord(await loadScenario('tiny', { replicates: 2 }));
const { signal } = new AbortController();
const rows = await simulateScenario(scenario, { executor: scripted().executor, signal });
const files = outputsOf(scenario, rows);

const published = () => {
  const folder = temporaryFolder();
  publish(folder, files);
  publishBeside(folder, new Map([['report.html', 'drawn']]), { leaves: true });
  return folder;
};

describe('a folder of results', () => {
  const names = [...files.keys()].filter((name) => name !== 'manifest.json');

  it.each(names)('is not read when %s was changed, torn or removed', async (name) => {
    const edits = [
      (path: string) => writeFileSync(path, 'x', { flag: 'a' }),
      (path: string) => truncateSync(path, 10),
      (path: string) => rmSync(path),
    ];
    for (const edit of edits) {
      const folder = published();
      edit(join(folder, name));
      const reading = readFolder(folder);
      await expect(reading).rejects.toThrow(UserError);
      await expect(reading).rejects.toThrow(name);
    }
  });

  it('names all that is wrong at once, and what lies beside', () => {
    const folder = published();
    writeFileSync(join(folder, 'verdict.md'), 'I won');
    rmSync(join(folder, 'summary.csv'));
    writeFileSync(join(folder, 'report.html'), 'mine');
    mkdirSync(join(folder, 'figures'));
    writeFileSync(join(folder, 'figures/extra.svg'), '');
    const manifest = readManifest(folder);
    const standing = { changed: ['verdict.md'], missing: ['summary.csv'] };
    expect(resultsStanding(folder, manifest)).toEqual(standing);
    expect(drawnStanding(folder)).toEqual({ changed: ['report.html'], missing: [] });
    expect(extraIn(folder, manifest)).toEqual(['figures/extra.svg']);
  });

  it('with a torn Parquet file of the right hash gets a sentence', async () => {
    const folder = temporaryFolder();
    const torn = 'PAR1 and nothing more';
    const manifest = String(files.get('manifest.json')).replace(
      sha256(files.get('results.parquet') ?? ''),
      sha256(torn),
    );
    publish(
      folder,
      new Map([...files, ['results.parquet', torn] as const, ['manifest.json', manifest] as const]),
    );
    await expect(readFolder(folder)).rejects.toThrow(/results\.parquet: cannot be read/);
  });

  it.each(['../secret', '/etc/passwd', 'link/secret'])('never reads %s', (name) => {
    const folder = published();
    const elsewhere = temporaryFolder();
    writeFileSync(join(elsewhere, 'secret'), '');
    symlinkSync(elsewhere, join(folder, 'link'));
    const manifest = { files: [{ name, bytes: 0, sha256: sha256('') }] };
    expect(() => requireWhole(folder, manifest)).toThrow(/lies outside the folder/);
  });
});
