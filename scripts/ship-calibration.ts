/**
 * `npm run ship:calibration -- output/search-us [--vector n]`: takes what `creditlab calibrate evidence/calibration/search-us.yaml
 * --admissible 60` left in a folder into the repository: the admissible set, the log of the search, the page
 * docs/calibration.md, and the vector as the defaults of the economy's parameters. That is the best one, or, where it breaks
 * a law, the n-th of the set (from 1). Then: laws, docs:findings, docs:ensemble, docs:borrowers, docs:evidence, docs:measures.
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import { parametersWith, vectorIn, type Vector } from './calibration-files.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { vector: { type: 'string' } },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('name the folder of the search');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

const set = read('admissible.csv');
const rows: Record<string, string>[] = parse(set, { columns: true });
const vector: Vector =
  values.vector === undefined
    ? vectorIn(parseYaml(read('best.yaml')))
    : Object.fromEntries(
        Object.entries(rows[Number(values.vector) - 1]).flatMap(([key, text]) =>
          key === 'start' || key === 'seeds' ? [] : [[key, Number(text)]],
        ),
      );
const which =
  values.vector === undefined
    ? 'the vector chosen from the set'
    : `vector ${values.vector} of the set`;

const parameters = 'src/engine/parameters.ts';
writeFileSync(parameters, parametersWith(readFileSync(parameters, 'utf8'), vector));
writeFileSync('scenarios/admissible-us.csv', set);
// The logs, so that anybody can take the search and the drawing of the set up where they ended.
const logs = ['evaluations.csv', ...readdirSync(join(folder, 'set')).map((name) => `set/${name}`)];
mkdirSync('evidence/calibration/set', { recursive: true });
for (const name of logs) {
  writeFileSync(`evidence/calibration/${name}.gz`, gzipSync(read(name), { level: 9 }));
}
writeFileSync('evidence/calibration/search.json', read('search.json'));
const [, ...fit] = read('fit.md').split('\n');
const [, ...drawn] = read('admissible.md').split('\n');
const page = [
  '# What the baseline is calibrated to, and how well',
  '',
  `Made by \`npm run ship:calibration\` from \`creditlab calibrate evidence/calibration/search-us.yaml --admissible ${rows.length}\`; do not edit.`,
  `The defaults of the economy, and with them the baseline, are ${which}. The logs of search and set are \`evidence/calibration/*.gz\`: unpacked`,
  'into a folder beside `search.json`, with `set/` in it, the same command takes them up there with the same engine.',
  ...fit,
  '',
  '## The admissible set',
  ...drawn.map((line) => line.replace(/^## /, '### ')),
];
writeFileSync('docs/calibration.md', `${page.join('\n').trimEnd()}\n`);
console.log(`The defaults are ${which}; ${rows.length} vectors in scenarios/admissible-us.csv.`);
