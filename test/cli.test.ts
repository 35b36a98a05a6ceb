import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { institutions } from '../src/institutions/registry.ts';
import { shippedIds } from './scenario/shipped-ids.ts';

const root = resolve(import.meta.dirname, '..');
const program = [join(root, 'dist/cli.js')];

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `creditlab` as a process of its own, as in a pipe: no terminal. */
function creditlab(...words: string[]): Promise<Ended> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [...program, ...words],
      // Under CI some libraries would colour a pipe.
      { cwd: root, maxBuffer: 1e8, env: { ...process.env, CI: 'true' } },
      (error, stdout, stderr) => {
        done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
      },
    );
  });
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'creditlab-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('creditlab check', () => {
  it('prints the resolved scenario as data, and what it has to say beside it', async () => {
    const { code, stdout, stderr } = await creditlab('check', 'scenarios/tiny.yaml');
    expect(code).toBe(0);
    expect(parse(stdout)).toMatchObject({
      title: { en: 'Does the installation work?' },
      replicates: 3,
    });
    expect(stderr).toMatch(
      /tiny is valid. Economy, lenders and institutions read \d+ numbers: \d+ are assumptions/,
    );
  });

  it('prints JSON if asked, and nothing if asked to be quiet', async () => {
    const { stdout } = await creditlab('check', 'tiny', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ id: 'tiny', reference: 'none' });
    expect(await creditlab('check', 'tiny', '--quiet')).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });

  it('shows every mistake at its line, and ends with 1 and no data', async () => {
    const path = join(folder, 'bad.yaml');
    writeFileSync(path, 'version: 1\ntitel: T\nextends: tiny\nborrowers: 2_000\n');
    const { code, stdout, stderr } = await creditlab('check', path);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.replaceAll(path, 'bad.yaml')).toBe(
      `error: bad.yaml:1:1: question: missing
    what a reader should learn from it
error: bad.yaml:1:1: source: missing
    where its idea and its numbers come from
error: bad.yaml:2:1: scenario: unknown key "titel"
    did you mean title? known: version, title, question, source, extends, seed, borrowers, quarters, burnIn, start, replicates, worlds, sanctions, reference, economy, lenders, everyInstitution, institutions, vary, sample, require, series
error: bad.yaml:4:12: borrowers: expected a number (borrowers), got the text "2_000"
    write 2000, without quotation marks, spaces or separators
4 problems, nothing written
`,
    );
  });
});

describe('creditlab list', () => {
  it('lists scenarios and institutions, and says how many measures and parameters there are', async () => {
    const { code, stdout, stderr } = await creditlab('list');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const id of [...shippedIds, ...Object.keys(institutions)]) {
      expect(stdout).toMatch(new RegExp(`^  ${id} `, 'm'));
    }
    expect(stdout).toMatch(/^measures: \d+, see creditlab list measures$/m);
    expect(stdout).toMatch(/^parameters: \d+, see creditlab list parameters$/m);
  });

  it('gives every field as JSON', async () => {
    const { stdout } = await creditlab('list', 'institutions', '--json');
    expect(JSON.parse(stdout)[1]).toMatchObject({
      id: 'government-led',
      representative: institutions['government-led'].facts.representative,
    });
  });

  it('lets a reader leave early', async () => {
    const child = spawn(process.execPath, [...program, 'list', 'parameters'], { cwd: root });
    let complaints = '';
    child.stderr.on('data', (chunk: Buffer) => {
      complaints += chunk.toString();
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((done) => {
      child.on('close', done);
    });
    expect({ code, complaints }).toEqual({ code: 0, complaints: '' });
  });
});

it('creditlab schema prints the schema that the scenarios name', async () => {
  const { stdout } = await creditlab('schema');
  expect(stdout).toBe(readFileSync(join(root, 'scenarios/scenario.schema.json'), 'utf8'));
});

describe('a word that creditlab does not know', () => {
  it.each([
    [['chek', 'tiny'], 'no command "chek"\n    did you mean check?'],
    [['check', 'tiny', '--jsno'], 'did you mean --json?'],
    [['check', 'tniy'], 'no file is called "tniy"\n    did you mean tiny?'],
    [['check'], 'write: creditlab check <scenario>'],
    [['list', 'measure'], 'did you mean measures? known: scenarios, institutions, measures'],
    [[], 'name a command'],
  ])('in %j ends with 1 and a hint on stderr', async (words, message) => {
    const { code, stdout, stderr } = await creditlab(...words);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(message);
  });
});

it('creditlab --help names the verbs and shows examples; --version says which one it is', async () => {
  const [help, version] = await Promise.all([creditlab('--help'), creditlab('--version')]);
  expect(help.code).toBe(0);
  expect(help.stdout).toContain('Examples:');
  for (const verb of ['run', 'check', 'list', 'schema']) {
    expect(help.stdout).toMatch(new RegExp(`^  creditlab ${verb}\\b`, 'm'));
  }
  const { version: expected } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(version.stdout.trim()).toBe(expected);
});
