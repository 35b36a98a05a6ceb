import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { publishBeside } from '../../../src/folder/output-folder.ts';
import { requireWritable } from '../../../src/folder/publish/files.ts';

const empty = () => mkdtempSync(join(tmpdir(), 'creditlab-files-'));

// Even for the administrator nothing can be made there.
it.runIf(existsSync('/proc/self'))('a folder that cannot be made is refused at once', () => {
  expect(() => requireWritable('/proc/nowhere/results')).toThrow(UserError);
});

it('a file in the place of a folder is refused, and what was made on the way to it is gone', () => {
  const folder = empty();
  writeFileSync(join(folder, 'file'), 'mine');
  expect(() => requireWritable(join(folder, 'file', 'results'))).toThrow(
    /cannot write to the folder/,
  );
  expect(readdirSync(folder)).toEqual(['file']);
});

it('to ask whether a folder can be written to leaves nothing behind', () => {
  const folder = empty();
  requireWritable(join(folder, 'deep', 'down'));
  expect(readdirSync(folder)).toEqual([]);
});

it('files that cannot all be written leave the old ones and no new folder', () => {
  const folder = empty();
  publishBeside(folder, new Map([['old.txt', 'old']]), { leaves: false });
  const files = new Map([
    ['new/a.txt', 'new'],
    ['old.txt', 'new'],
    ['x'.repeat(300), 'a name that is too long'],
  ]);
  expect(() => publishBeside(folder, files, { leaves: false })).toThrow(/cannot be written/);
  expect(readdirSync(folder).toSorted()).toEqual(['.drawn.json', 'old.txt']);
  expect(readFileSync(join(folder, 'old.txt'), 'utf8')).toBe('old');
});
