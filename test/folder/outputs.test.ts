import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { csv } from '../../src/text/csv.ts';
import { sha256 } from '../../src/folder/hash.ts';
import { readManifest } from '../../src/folder/manifest.ts';
import { claimFolder, publish, publishBeside } from '../../src/folder/output-folder.ts';
import { outputsOf } from '../../src/folder/outputs.ts';
import { requireWhole } from '../../src/folder/whole.ts';
import { readFolder } from '../../src/folder/read-folder.ts';
import { readResults, resultsCsv, resultsParquet } from '../../src/folder/results-file.ts';
import { inOrderOfRecord, simulateScenario } from '../../src/jobs/index.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { scripted, temporaryFolder } from '../run/fixture.ts';

const scenario = inOrderOfRecord(await loadScenario('tiny', { replicates: 4 }));
const { signal } = new AbortController();
const rows = await simulateScenario(scenario, { executor: scripted().executor, signal });
const files = outputsOf(scenario, rows);
const text = (name: string) => String(files.get(name));

describe('result files', () => {
  it('are these, the manifest last', () => {
    expect([...files.keys()]).toEqual([
      'results.csv',
      'results.parquet',
      'summary.csv',
      'series.csv',
      'data-dictionary.md',
      'verdict.md',
      'manifest.json',
    ]);
  });

  it('hold every row in the CSV file, numbers in the shortest form that reads back the same', () => {
    const records: Record<string, string>[] = parse(text('results.csv'), { columns: true });
    const back = records.map(({ value, quarter, replicate, ...names }) => ({
      ...names,
      replicate: Number(replicate),
      quarter: quarter === '' ? null : Number(quarter),
      value: value === '' ? NaN : Number(value),
    }));
    expect(back).toEqual(rows);
  });

  it('hold the same rows in the Parquet file', async () => {
    expect(await readResults(resultsParquet(rows))).toEqual(rows);
    expect(rows.some((row) => Number.isNaN(row.value))).toBe(true);
  });

  it('may be empty', async () => {
    expect(await readResults(resultsParquet([]))).toEqual([]);
    expect(resultsCsv([])).toBe('scenario,institution,world,replicate,quarter,measure,value\n');
  });

  it('leave a cell empty where a number is not defined, and quote what would break a line', () => {
    const line = { a: NaN, b: 'x, "y"', c: null, d: 0.1 };
    expect(csv(['a', 'b', 'c', 'd'], [line])).toBe('a,b,c,d\n,"x, ""y""",,0.1\n');
  });

  it('explain every column that they have', () => {
    const dictionary = text('data-dictionary.md');
    const columns = ['results.csv', 'summary.csv', 'series.csv'].flatMap((name) =>
      text(name).split('\n', 1)[0].split(','),
    );
    const unexplained = columns.filter((column) => !/ \| \S/.test(rowAbout(dictionary, column)));
    expect(unexplained).toEqual([]);
  });

  it('explain every measure that they name', () => {
    const dictionary = text('data-dictionary.md');
    const ids = [...new Set(rows.map((row) => row.measure))];
    expect(ids.filter((id) => !dictionary.includes(`| ${id} |`))).toEqual([]);
  });

  it('are the same bytes when made again', () => {
    expect(outputsOf(scenario, rows)).toEqual(files);
  });
});

function rowAbout(dictionary: string, column: string): string {
  return dictionary.split('\n').find((line) => line.startsWith(`| ${column} |`)) ?? '';
}

describe('the manifest', () => {
  const folder = () => {
    const path = temporaryFolder();
    publish(path, files);
    return path;
  };

  it('names every file with its hash', () => {
    const path = folder();
    const manifest = readManifest(path);
    const hashes = manifest.files.map(({ name }) => sha256(readFileSync(join(path, name))));
    expect(manifest.files.map((file) => file.sha256)).toEqual(hashes);
    expect(manifest.files).toHaveLength(files.size - 1);
  });

  it('gives the scenario back, ready to be run', () => {
    expect(readManifest(folder()).scenario).toEqual(scenario);
  });

  it('has one seed a replicate, all different, and no path or time of this machine', () => {
    const manifest = readManifest(folder());
    expect(new Set(manifest.seeds.map(({ key }) => key)).size).toBe(4);
    expect(text('manifest.json')).not.toContain(process.cwd());
    expect(text('manifest.json')).not.toMatch(/\d{4}-\d\d-\d\d|thread/i);
  });

  it('is refused when it is missing, broken or of another format', async () => {
    const path = temporaryFolder();
    const problem = async () => readFolder(path).catch((error: unknown) => String(error));
    expect(await problem()).toContain('there is no manifest here');
    writeFileSync(join(path, 'manifest.json'), '{');
    expect(await problem()).toContain('not JSON');
    writeFileSync(
      join(path, 'manifest.json'),
      text('manifest.json').replace('"format": 1', '"format": 2'),
    );
    expect(await problem()).toContain('format');
  });

  it('is not missed where there are tables of an experiment alone: what draws those is said', () => {
    const path = temporaryFolder();
    mkdirSync(join(path, 'experiments'));
    writeFileSync(join(path, 'experiments', 'joining.csv'), 'a\n1\n');
    const read = () => readManifest(path);
    expect(read).toThrow('holds no run: only tables of an experiment (joining.csv)');
    expect(read).toThrow(`"creditlab figures ${path}" draws its figures again`);
  });

  it('leads to the rows', async () => {
    const { manifest, rows: back } = await readFolder(folder());
    expect(back).toEqual(rows);
    expect(manifest.scenario.id).toBe('tiny');
  });
});

describe('an output folder', () => {
  const other = { ...scenario, id: 'other' };
  const published = () => {
    const path = temporaryFolder();
    publish(path, files);
    return path;
  };

  it('takes the same scenario again, whatever was changed in it', () => {
    expect(() => claimFolder(published(), { ...scenario, borrowers: 7 }, false)).not.toThrow();
  });

  it('refuses the results of another scenario unless forced', () => {
    const path = published();
    expect(() => claimFolder(path, other, false)).toThrow(
      'holds the results of the scenario "tiny"',
    );
    expect(() => claimFolder(path, other, true)).not.toThrow();
  });

  it('refuses to overwrite results that are not its own', () => {
    const path = temporaryFolder();
    writeFileSync(join(path, 'results.csv'), 'my thesis');
    expect(() => claimFolder(path, scenario, false)).toThrow(UserError);
    expect(readFileSync(join(path, 'results.csv'), 'utf8')).toBe('my thesis');
  });

  it('says at once when it cannot be written to', () => {
    const path = join(temporaryFolder(), 'file');
    writeFileSync(path, '');
    expect(() => claimFolder(join(path, 'inside'), scenario, false)).toThrow(
      /cannot write to the folder/,
    );
  });

  it('stays what it was when new results cannot be written', () => {
    const path = published();
    const before = readdirSync(path).toSorted();
    const tooMany = new Map([...files, ['results.csv', 'other'], ['results.csv/in', 'a file']]);
    expect(() => publish(path, tooMany)).toThrow(/cannot be written/);
    expect(readdirSync(path).toSorted()).toEqual(before);
    expect(() => requireWhole(path, readManifest(path))).not.toThrow();
  });

  it('tells which run of the scenario it held', () => {
    expect(claimFolder(published(), { ...scenario, borrowers: 7 }, false)?.scenario).toEqual(
      scenario,
    );
    expect(claimFolder(temporaryFolder(), scenario, false)).toBeUndefined();
  });

  it('keeps what was drawn from the same results and loses what was drawn from others', () => {
    const path = published();
    const drawn = ['report.html', 'figures/one.svg'];
    for (const name of drawn) publishBeside(path, new Map([[name, name]]), { leaves: true });
    writeFileSync(join(path, 'figures/mine.svg'), 'mine');
    publish(path, files);
    expect(drawn.filter((name) => existsSync(join(path, name)))).toEqual(drawn);
    publish(path, new Map([...files, ['results.csv', 'other'] as const]));
    expect(drawn.filter((name) => existsSync(join(path, name)))).toEqual([]);
    expect(readdirSync(join(path, 'figures'))).toEqual(['mine.svg']);
  });

  it('loses what only the earlier run had, and keeps what strangers put there', () => {
    const path = temporaryFolder();
    mkdirSync(join(path, 'plug-ins'));
    publish(path, withFile('plug-ins/mine.ts', 'x'));
    writeFileSync(join(path, 'notes.txt'), 'mine');
    publish(path, files);
    expect(existsSync(join(path, 'plug-ins/mine.ts'))).toBe(false);
    expect(readFileSync(join(path, 'notes.txt'), 'utf8')).toBe('mine');
    expect(readdirSync(path).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  function withFile(name: string, content: string) {
    const manifest = text('manifest.json').replace(
      '"files": [',
      `"files": [{"name": "${name}", "bytes": 1, "sha256": "${sha256(content)}"},`,
    );
    return new Map([...files, [name, content] as const, ['manifest.json', manifest] as const]);
  }
});
