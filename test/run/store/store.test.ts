import { appendFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/folder/hash.ts';
import { entriesIn, unfinishedIn } from '../../../src/run/store/store-files.ts';
import { storeIn } from '../../../src/run/store/store.ts';
import { temporaryFolder } from '../fixture.ts';

const values = [
  { world: 'actual', quarter: null, measure: 'welfare', value: 0.1 + 0.2 },
  { world: 'between-worlds', quarter: null, measure: 'contracting-hidden', value: -1e-300 },
  { world: 'actual', quarter: 0, measure: 'apr', value: NaN },
  { world: 'actual', quarter: 1, measure: 'apr', value: 0.25 },
];
const [one, two, three] = ['one', 'two', 'three'].map((name) => sha256(name));

function stored(...keys: readonly string[]) {
  const folder = temporaryFolder();
  const store = storeIn([folder]);
  for (const key of keys) store.write(key, values);
  store.close();
  const [name = ''] = readdirSync(folder);
  return { store, folder, file: join(folder, name) };
}

describe('stored jobs', () => {
  it('read back to the last bit, undefined values included', () => {
    const { store, folder } = stored(one, two);
    expect(store.read(one)).toEqual(values);
    expect(storeIn([folder]).read(two)).toEqual(values);
  });

  it('of a process are one file, and each process has its own', () => {
    const { folder } = stored(one, two);
    expect(readdirSync(folder)).toHaveLength(1);
    storeIn([folder]).write(three, values);
    expect(readdirSync(folder)).toHaveLength(2);
    expect([...entriesIn(folder)].map(({ key }) => key).toSorted()).toEqual(
      [one, two, three].toSorted(),
    );
  });

  it('are not there, and no file is, when nothing was written', () => {
    const folder = temporaryFolder();
    const store = storeIn([folder]);
    store.close();
    expect(store.has(one)).toBe(false);
    expect(store.read(one)).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('of several folders are read together, and kept in the first', () => {
    const [a, b] = [stored(one), stored(two)];
    const both = storeIn([a.folder, b.folder]);
    both.write(three, values);
    expect([one, two, three].map((key) => both.has(key))).toEqual([true, true, true]);
    expect(readdirSync(b.folder)).toHaveLength(1);
  });
});

it.each([1, 5, 700, 40_000])(
  'jobs of %i numbers are found one after the other, however they lie in the pieces that are read',
  (count) => {
    const folder = temporaryFolder();
    const store = storeIn([folder]);
    const keys = Array.from({ length: 40 }, (_, i) => sha256(`${count}/${i}`));
    const series = (i: number) =>
      Array.from({ length: count - (i % 2) }, (_, quarter) => ({
        ...{ world: 'actual', quarter, measure: 'apr', value: i / 3 },
      }));
    keys.forEach((key, i) => store.write(key, series(i)));
    store.close();
    expect([...entriesIn(folder)].map(({ key }) => key)).toEqual(keys);
    expect(storeIn([folder]).read(keys[39])).toEqual(series(39));
  },
);

describe('a torn file', () => {
  it.each([1, 50, 200, 240])('%i bytes short loses its last job only', (bytes) => {
    const { folder, file } = stored(one, two);
    truncateSync(file, readFileSync(file).length - bytes);
    const store = storeIn([folder]);
    expect([store.has(one), store.has(two)]).toEqual([true, false]);
    expect(store.read(one)).toEqual(values);
    expect(unfinishedIn(folder)).toBe(1);
  });

  it('with something else at its end keeps what stood before', () => {
    const { folder, file } = stored(one);
    appendFileSync(file, 'x'.repeat(500));
    expect(storeIn([folder]).read(one)).toEqual(values);
  });

  it.each([
    ['empty', ''],
    ['no file of ours', '{"hello":"world"}\n'],
  ])('that is %s holds nothing', (_, text) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'x.done'), text);
    expect(storeIn([folder]).size()).toBe(0);
  });
});

it('a job of which one digit was changed is found out when it is read, and then is no more', () => {
  const { folder, file } = stored(one, two);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('0.30000000000000004', '0.30000000000000001'));
  const store = storeIn([folder]);
  expect(store.has(one)).toBe(true);
  expect(store.read(one)).toBeUndefined();
  expect(store.has(one)).toBe(false);
  expect(store.read(two)).toEqual(values);
});

/** The entries of a file, as text. */
function entriesOf(file: string): string[] {
  const [a, b, c, d] = readFileSync(file, 'utf8').split('\n');
  return [`${a}\n${b}\n`, `${c}\n${d}\n`];
}

it('two jobs that were swapped are noticed, and are no more', () => {
  const { folder, file } = stored(one, two);
  const [first, second] = entriesOf(file);
  const swapped = first.replace(one, two) + second.replace(two, one);
  expect(swapped).toHaveLength(readFileSync(file, 'utf8').length);
  writeFileSync(file, swapped);
  const store = storeIn([folder]);
  expect([store.has(one), store.has(two)]).toEqual([true, true]);
  expect([store.read(one), store.read(two)]).toEqual([undefined, undefined]);
});

it('a job of another count is noticed', () => {
  const { folder, file } = stored(one, two);
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(`${' '.repeat(11)}4 `, `${' '.repeat(11)}3 `),
  );
  expect(readFileSync(file, 'utf8')).toContain(`${' '.repeat(11)}3 `);
  const store = storeIn([folder]);
  expect(store.read(one)).toBeUndefined();
  expect(store.read(two)).toEqual(values);
});

it('a job in which something stands in place of a number is none, though its seal holds', () => {
  const { folder, file } = stored(one, two);
  const [first, second] = entriesOf(file);
  const [head, text] = first.split('\n');
  const other = text.replace('0.30000000000000004', '"30000000000000004"');
  expect(other).toHaveLength(text.length);
  const seal = sha256(`${one} 4\n${other}`);
  writeFileSync(file, `${head.slice(0, 65)}${seal}${head.slice(129)}\n${other}\n${second}`);
  const store = storeIn([folder]);
  expect(store.read(one)).toBeUndefined();
  expect(store.read(two)).toEqual(values);
});

it('jobs of an older version are done again, not refused', () => {
  const folder = temporaryFolder();
  const text = '{"run":{"actual":{"welfare":1}},"quarters":{}}';
  const head = `${one} ${sha256(text)} ${String(text.length).padStart(12)}\n`;
  writeFileSync(join(folder, 'old.jobs'), `${head}${text}\n`);
  expect(storeIn([folder]).size()).toBe(0);
  expect(unfinishedIn(folder)).toBe(0);
});
