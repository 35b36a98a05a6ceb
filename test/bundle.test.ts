import { readdirSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { Piscina } from 'piscina';
import { describe, expect, it } from 'vitest';
import { sourceLoader } from '../src/run/source-loader.ts';

const dist = new URL('../dist/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, dist), 'utf8');
const model = read('chunks/model.js');

describe('the bundle', () => {
  it('holds all that the market’s loops call in one chunk', () => {
    const { sources } = JSON.parse(read('chunks/model.js.map')) as { sources: string[] };
    const inside = sources.map((name) => name.replace(/^(\.\.\/)+src\//, ''));
    const folder = new URL('../src/', import.meta.url);
    const wanted = ['math', 'random', 'scores', 'engine'].flatMap((room) =>
      readdirSync(new URL(`${room}/`, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => `${room}/${name.replaceAll('\\', '/')}`),
    );
    const elsewhere = readdirSync(new URL('chunks/', dist))
      .filter((name) => name.endsWith('.js') && name !== 'model.js')
      .flatMap((name) => wanted.filter((one) => read(`chunks/${name}`).includes(`// src/${one}`)));
    expect(elsewhere).toEqual([]);
    expect(inside.filter((name) => name.startsWith('engine/')).length).toBeGreaterThan(20);
    expect(inside).toContain('institutions/registry.ts');
  });

  it('keeps constants constant and private there, so that V8 folds them', () => {
    expect(model).not.toMatch(/^var \w+ = (?!class\b|Object\.defineProperty|\(|\/\*)/m);
    const exported = /^export \{ (.*) \};$/m.exec(model)?.[1]?.split(', ') ?? [];
    expect(exported.length).toBeGreaterThan(50);
    expect(exported.filter((pair) => !/^\S+\$exported as \S+$/.test(pair))).toEqual([]);
  });

  it('names sources where a thread fails', async () => {
    const pool = new Piscina({ ...sourceLoader('worker'), maxThreads: 1 });
    const failure = await pool.run({ institution: {} }).catch((error: unknown) => error);
    await pool.destroy();
    expect(failure).toBeInstanceOf(Error);
    expect((failure as Error).stack).toMatch(/[/\\]src[/\\]run[/\\]worker\.ts:\d+/);
  });

  it('has maps that tell where a line of the model was written', () => {
    const line = model.split('\n').findIndex((text) => text.startsWith('function simulateWorlds'));
    const entry = new SourceMap(JSON.parse(read('chunks/model.js.map'))).findEntry(line, 10);
    expect(entry).toMatchObject({ originalSource: expect.stringMatching(/src\/engine\/.*\.ts$/) });
  });

  it.each([
    ['browser.js', ['csv-parse', 'hyparquet', 'seedrandom', 'yaml', 'zod'], /\/\*!([^]*)\*\/\s*$/],
    ['lab.html', ['preact', 'seedrandom', 'yaml', 'zod'], /id="licences">([^]*?)<\/script>/],
  ])('passes on the packages inside %s with their licences', (file, names, part) => {
    const told = part.exec(read(file))?.[1] ?? '';
    const heads = told.split('\n').filter((line) => /^[a-z@][\w/@-]* \d+\.\d+\.\d+\b/.test(line));
    for (const name of names) {
      const head = heads.find((line) => line.split(', ').some((one) => one.startsWith(`${name} `)));
      expect(head, name).toBeDefined();
      const text = told.slice(told.indexOf(head ?? '')).slice(0, 1500);
      expect(text, name).toMatch(/copyright/i);
      expect(text, name).toMatch(/permission|redistribution/i);
    }
  });
});
