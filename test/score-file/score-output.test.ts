import {
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { inputOf } from '../../src/score-file/input.ts';
import { scoreOutputOf } from '../../src/score-file/whole-file.ts';
import { temporaryFolder } from '../run/fixture.ts';

const isLinux = process.platform === 'linux';

/** What is said of a place for scores. */
function refusal(out: string, input?: Parameters<typeof scoreOutputOf>[1]): string {
  try {
    return scoreOutputOf(out, input).kind;
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return String(error);
  }
}

describe.runIf(isLinux)('the file of borrowers is known', () => {
  it('among devices, where a file may lie too', () => {
    const file = `/dev/shm/creditlab-test-${process.pid}.csv`;
    writeFileSync(file, 'id\n');
    try {
      expect(refusal(file, statSync(file))).toMatch(/is the file of borrowers itself/);
      expect(scoreOutputOf(file, undefined)).toEqual({ kind: 'file', path: file });
    } finally {
      rmSync(file);
    }
  });

  it('by what a descriptor leads to', async () => {
    const { open } = await import('node:fs/promises');
    const file = join(temporaryFolder(), 'people.csv');
    writeFileSync(file, 'id\n');
    const handle = await open(file, 'r+');
    try {
      for (const out of [`/dev/fd/${handle.fd}`, `/proc/self/fd/${handle.fd}`]) {
        expect(refusal(out, statSync(file))).toMatch(/is the file of borrowers itself/);
        expect(refusal(out)).toBe('stream');
      }
    } finally {
      await handle.close();
    }
  });
});

describe('a place where nothing can be written is the user’s mistake', () => {
  it('links that lead to each other', () => {
    const folder = temporaryFolder();
    symlinkSync('b', join(folder, 'a'));
    symlinkSync('a', join(folder, 'b'));
    expect(refusal(join(folder, 'a'))).toMatch(/is a link that leads to itself/);
  });

  it('a path through a file', () => {
    const file = join(temporaryFolder(), 'people.csv');
    writeFileSync(file, 'id\n');
    expect(refusal(join(file, 'x.csv'))).toMatch(/--out: .*cannot be written: not a directory/);
  });

  it.runIf(isLinux)('a device that is not there, beside which nothing is made', () => {
    const device = `/dev/creditlab-test-${process.pid}`;
    expect(refusal(device)).toMatch(/there is no \/dev\/creditlab-test-/);
    expect(refusal('/proc/creditlab/scores.csv')).toMatch(/nothing is made there/);
    expect(existsSync(device)).toBe(false);
  });
});

it.runIf(isLinux)('a link to a device is followed to it', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'far'));
  symlinkSync('/dev/null', join(folder, 'far', 'null'));
  symlinkSync('far/null', join(folder, 'link'));
  expect(scoreOutputOf(join(folder, 'link'), undefined)).toEqual({
    kind: 'stream',
    path: '/dev/null',
  });
  expect(readdirSync(folder).toSorted()).toEqual(['far', 'link']);
});

it.runIf(isLinux).each(['/dev/zero', '/dev/urandom'])('%s is no file of borrowers', (device) => {
  expect(() => inputOf(device)).toThrow(/\/dev\/\w+: this is a device, not a file/);
});
