import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publish, publishBeside } from '../../../src/folder/output-folder.ts';
import { settleFolder } from '../../../src/folder/publish/settle.ts';
import { temporaryFolder } from '../../run/fixture.ts';

const page = (text: string) => new Map([['report.html', text]]);
const drawn = { leaves: true };
const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

describe('files that are not creditlab’s', () => {
  it.each([false, true])('are never overwritten, --force: %s', (force) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'report.html'), 'my thesis');
    mkdirSync(join(folder, 'tables'));
    writeFileSync(join(folder, 'tables', 'results.csv'), 'mine');
    const files = new Map([...page('ours'), ['tables/results.csv', 'ours']]);
    const act = () => publishBeside(folder, files, { ...drawn, force });
    expect(act).toThrow(/report\.html: is not a file of creditlab’s[^]*results\.csv/);
    expect(read(folder, 'report.html')).toBe('my thesis');
    expect(read(folder, 'tables/results.csv')).toBe('mine');
  });

  it('may hold the very same bytes', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'report.html'), 'the same');
    publishBeside(folder, page('the same'), drawn);
    publishBeside(folder, page('newer'), drawn);
    expect(read(folder, 'report.html')).toBe('newer');
  });

  it('are not reached through a link', () => {
    const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()];
    writeFileSync(join(elsewhere, 'results.csv'), 'mine');
    symlinkSync(elsewhere, join(folder, 'tables'));
    const files = new Map([['tables/results.csv', 'ours']]);
    expect(() => publishBeside(folder, files, drawn)).toThrow(/lies outside the folder/);
    expect(read(elsewhere, 'results.csv')).toBe('mine');
  });
});

describe('a file of creditlab’s that was edited', () => {
  it('is overwritten only with --force', () => {
    const folder = temporaryFolder();
    publishBeside(folder, page('ours'), drawn);
    writeFileSync(join(folder, 'report.html'), 'ours, with my notes');
    expect(() => publishBeside(folder, page('newer'), drawn)).toThrow(/was edited since/);
    expect(read(folder, 'report.html')).toBe('ours, with my notes');
    publishBeside(folder, page('newer'), { ...drawn, force: true });
    expect(read(folder, 'report.html')).toBe('newer');
  });

  it('does not leave with its results either', () => {
    const folder = temporaryFolder();
    publish(folder, new Map([['results.csv', 'old']]));
    publishBeside(folder, page('ours'), drawn);
    writeFileSync(join(folder, 'report.html'), 'ours, with my notes');
    const next = new Map([['other.csv', 'new']]);
    expect(() => publish(folder, next)).toThrow(/report\.html: was edited since/);
    expect(read(folder, 'report.html')).toBe('ours, with my notes');
  });
});

describe('a journal that somebody else wrote', () => {
  const journal = (folder: string, content: object) =>
    writeFileSync(
      join(folder, '.publish.json'),
      JSON.stringify({ format: 1, from: '.new-x', files: [], remove: [], ...content }),
    );

  it.each(['../victim', '/tmp/victim', 'a/../../victim', 'link/victim', 'C:\\victim'])(
    'removes nothing outside the folder: %s',
    (name) => {
      const [home, elsewhere] = [temporaryFolder(), temporaryFolder()];
      const folder = join(home, 'results');
      mkdirSync(folder);
      writeFileSync(join(home, 'victim'), 'mine');
      writeFileSync(join(elsewhere, 'victim'), 'mine');
      symlinkSync(elsewhere, join(folder, 'link'));
      journal(folder, { remove: [name] });
      expect(() => settleFolder(folder)).toThrow(/lies outside the folder/);
      expect(read(home, 'victim')).toBe('mine');
      expect(read(elsewhere, 'victim')).toBe('mine');
    },
  );

  it('puts nothing outside the folder, and takes nothing from there', () => {
    const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()];
    writeFileSync(join(elsewhere, 'secret'), 'mine');
    symlinkSync(elsewhere, join(folder, '.new-x'));
    journal(folder, { files: ['secret'] });
    expect(() => settleFolder(folder)).toThrow(/lies outside the folder/);
    expect(read(elsewhere, 'secret')).toBe('mine');
  });

  it('is refused where it is none', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.publish.json'), '{"format": 7}');
    expect(() => settleFolder(folder)).toThrow(/is no journal that this version/);
  });
});

describe('a manifest that somebody else wrote', () => {
  it('removes nothing outside the folder when new results take its place', () => {
    const home = temporaryFolder();
    const folder = join(home, 'results');
    mkdirSync(folder);
    writeFileSync(join(home, 'victim'), 'mine');
    const list = { format: 2, files: [{ name: '../victim', bytes: 4, sha256: '', leaves: true }] };
    writeFileSync(join(folder, '.drawn.json'), JSON.stringify(list));
    expect(() => publish(folder, new Map([['results.csv', 'new']]), { force: true })).toThrow(
      /lies outside the folder/,
    );
    expect(read(home, 'victim')).toBe('mine');
  });
});
