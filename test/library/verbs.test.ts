import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import * as library from '../../src/index.ts';

const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Of machines and of folders that several of them write, and a page for people: no part of a script. */
const ofPeople = ['slurm', 'status', 'merge', 'lab'];

it('each verb of the help has a function of its name', () => {
  const help = execFileSync(process.execPath, [program, '--help'], { encoding: 'utf8' });
  const verbs = Array.from(help.matchAll(/^ {2}creditlab (\S+)/gm), ([, verb]) => verb);
  const known = [...new Set(verbs)].filter((verb) => !ofPeople.includes(verb));
  expect(known.length).toBeGreaterThan(14);
  const functions = Object.entries(library).filter(([, value]) => typeof value === 'function');
  const names = functions.map(([name]) => name);
  expect(known.filter((verb) => !names.includes(verb))).toEqual([]);
  const page = readFileSync(new URL('../../docs/library.md', import.meta.url), 'utf8');
  const told = [...known, 'sweep', 'draw'];
  expect(told.filter((name) => !new RegExp(`\`${name}\\b`).test(page))).toEqual([]);
});

it('CommonJS may require the library: nothing waits while it is loaded', () => {
  const dist = createRequire(import.meta.url).resolve('../../dist/index.js');
  const script = `console.log(typeof require(${JSON.stringify(dist)}).run)`;
  const flags = ['--input-type=commonjs', '--no-warnings', '-e', script];
  expect(execFileSync(process.execPath, flags, { encoding: 'utf8' }).trim()).toBe('function');
});
