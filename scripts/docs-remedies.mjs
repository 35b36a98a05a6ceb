/**
 * `npm run docs:remedies`: what the remedies are worth over the economies that fit, into docs/remedies.md. About eight minutes on
 * two quiet cores; stopped and called again it goes on. Arguments are handed on: `--borrowers 300 --replicates 3` tries it out.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale, requireInstalled } from './prepare.mjs';

requireInstalled('program');
buildIfStale();

const own = process.argv.slice(2);
const usual = own.length > 0 ? own : ['--borrowers', '2000', '--replicates', '4'];
const words = ['experiment', 'remedies', 'remedies', '--ensemble', 'admissible-us', ...usual];
const out = join('output', 'remedies-ensemble');
const { status } = spawnSync(
  process.execPath,
  ['scripts/creditlab.mjs', ...words, '--out', out, '--force'],
  { stdio: ['ignore', 'ignore', 'inherit'] },
);
if (status !== 0) process.exit(status ?? 1);

const page = readFileSync(join(out, 'experiments', 'remedies.md'), 'utf8').trim();
const command = `Made by \`npm run docs:remedies\`: \`creditlab ${words.join(' ')}\`. Sizes of remedies are assumptions.`;
writeFileSync(join('docs', 'remedies.md'), `${page}\n\n${command}\n`);
