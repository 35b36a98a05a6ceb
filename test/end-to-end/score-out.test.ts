import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../run/fixture.ts';
import { creditlab } from './creditlab.ts';

const people = fileURLToPath(new URL('../cases/ids-leading-zeros.csv', import.meta.url));
const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const isUnix = process.platform !== 'win32';

/** As a shell does it. */
function shell(folder: string, line: string) {
  const env = { ...process.env, CL: `${process.execPath} ${cli}`, PEOPLE: people };
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}
const areScores = expect.stringMatching(/^id,score,band[^]*\n007,\d+/);

describe.runIf(isUnix)('scores are written', () => {
  it('to stdout, words to stderr, from what comes through pipes', () => {
    const folder = temporaryFolder();
    for (const line of [
      '$CL score $PEOPLE --out -',
      'cat $PEOPLE | $CL score - --out -',
      'cat $PEOPLE | $CL score /dev/stdin --out -',
      '$CL score <(cat $PEOPLE) --out -',
      '$CL score $PEOPLE --out /dev/stdout',
      '$CL score $PEOPLE --out /dev/stdout | cat',
      '$CL score $PEOPLE --out >(cat) | cat',
    ]) {
      const { status, stdout, stderr } = shell(folder, line);
      expect({ line, status, stdout }).toEqual({ line, status: 0, stdout: areScores });
      expect(stderr).toContain('2 borrowers');
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it('into a pipe, which stays one', () => {
    const folder = temporaryFolder();
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    expect(shell(folder, 'cat pipe & $CL score $PEOPLE --out pipe; wait').stdout).toEqual(
      areScores,
    );
    expect(lstatSync(join(folder, 'pipe')).isFIFO()).toBe(true);
    expect(readdirSync(folder)).toEqual(['pipe']);
  });

  it('into a device, which stays one', () => {
    const folder = temporaryFolder();
    const made = spawnSync('mknod', [join(folder, 'null'), 'c', '1', '3']).status === 0;
    const device = made ? join(folder, 'null') : '/dev/null';
    expect(creditlab(folder, 'score', people, '--out', device).exitCode).toBe(0);
    expect(lstatSync(device).isCharacterDevice()).toBe(true);
    expect(readdirSync(folder)).toEqual(made ? ['null'] : []);
  });

  it('through a link to what it points to', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'far'));
    writeFileSync(join(folder, 'far', 'real.csv'), '');
    symlinkSync('far/real.csv', join(folder, 'link.csv'));
    symlinkSync('far/new.csv', join(folder, 'dangling.csv'));
    for (const [link, real] of [
      ['link.csv', 'far/real.csv'],
      ['dangling.csv', 'far/new.csv'],
    ] as const) {
      expect(creditlab(folder, 'score', people, '--out', link).exitCode).toBe(0);
      expect(lstatSync(join(folder, link)).isSymbolicLink()).toBe(true);
      expect(readFileSync(join(folder, real), 'utf8')).toEqual(areScores);
    }
    expect(readdirSync(join(folder, 'far')).toSorted()).toEqual(['new.csv', 'real.csv']);
  });
});

describe('scores are refused', () => {
  it('where a folder is named, as the user’s mistake', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'dir'));
    const { exitCode, stderr } = creditlab(folder, 'score', people, '--out', 'dir');
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/--out: dir is a folder\n.*dir\/scores\.csv/);
  });

  it.runIf(isUnix)('where the file of borrowers would go, whatever its name', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'people.csv'), readFileSync(people));
    linkSync(join(folder, 'people.csv'), join(folder, 'twin.csv'));
    symlinkSync('people.csv', join(folder, 'link.csv'));
    for (const out of ['people.csv', './people.csv', 'twin.csv', 'link.csv']) {
      const { exitCode, stderr } = creditlab(folder, 'score', 'people.csv', '--out', out);
      expect({ out, exitCode }).toEqual({ out, exitCode: 1 });
      expect(stderr).toContain('is the file of borrowers itself');
    }
    expect(readFileSync(join(folder, 'people.csv'))).toEqual(readFileSync(people));
  });
});

it.runIf(isUnix)('--explain with --out - says where its chart lies', () => {
  const folder = temporaryFolder();
  const { status, stderr } = shell(folder, 'cat $PEOPLE | $CL score - --explain 007 --out -');
  expect(status).toBe(0);
  const [, chart = ''] = /Waterfall: ([^\s,]+)/.exec(stderr) ?? [];
  expect(existsSync(join(folder, chart))).toBe(true);
});
