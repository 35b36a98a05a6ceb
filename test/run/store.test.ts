import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { storeIn } from '../../src/run/store.ts';
import { temporaryFolder } from './fixture.ts';

const values = [
  { world: 'actual', quarter: null, measure: 'welfare', value: 0.1 + 0.2 },
  { world: 'actual', quarter: 3, measure: 'apr', value: NaN },
  { world: 'between-worlds', quarter: null, measure: 'contracting-hidden', value: -1e-300 },
];

function stored() {
  const folder = temporaryFolder();
  const store = storeIn(folder);
  store.write('key', values);
  return { store, file: join(folder, 'key.json'), folder };
}

describe('stored jobs', () => {
  it('read back to the last bit, undefined values included', () => {
    expect(stored().store.read('key')).toEqual(values);
  });

  it('are one whole file each, with no temporary ones left', () => {
    expect(readdirSync(stored().folder)).toEqual(['key.json']);
  });

  it('are not there when nothing was written', () => {
    expect(stored().store.read('other')).toBeUndefined();
  });

  const spoilt: [string, (text: string) => string][] = [
    ['one digit was changed', (text) => text.replace('0.30000000000000004', '0.3000000000000001')],
    ['the file was cut short', (text) => text.slice(0, -10)],
    ['the file is empty', () => ''],
    ['the file is something else', () => '{"hello":"world"}'],
  ];
  it.each(spoilt)('do not count when %s', (_, spoil) => {
    const { store, file } = stored();
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, spoil(text));
    expect(spoil(text)).not.toBe(text);
    expect(store.read('key')).toBeUndefined();
  });
});
