import { readdirSync, readFileSync } from 'node:fs';
import { sha256 } from '../folder/index.ts';

/** What writes, draws, reads and tells but makes no number of a job. Whatever else lies in src/, now or later, counts as model. */
const elsewhere = [
  ...[
    'calibration',
    'charts',
    'commands',
    'designs',
    'figures',
    'findings',
    'folder',
    'lab',
    'library',
    'replicates',
    'report',
  ],
  ...['scenario', 'score-file', 'terminal', 'browser.ts', 'cli.ts', 'dictionary.ts', 'index.ts'],
  'institution-names.ts',
];
/** Of these, what makes an institution of a scenario's words, and so numbers. */
const modelElsewhere = [
  ...['scenario/institutions/', 'scenario/modules/'],
  ...['scenario/module-hash.ts', 'scenario/scenario.ts'],
];

/** Whether a file of src/ has to do with the numbers of a job; by its path from there, with slashes. */
export function makesNumbers(name: string): boolean {
  const [place = ''] = name.split('/');
  return !elsewhere.includes(place) || modelElsewhere.some((folder) => name.startsWith(folder));
}

/**
 * Hash of the sources that make numbers, by name and content.
 *
 * @param source the folder src/, or one like it
 */
export function fingerprintOf(source: URL): string {
  const names = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.replaceAll('\\', '/'))
    .filter(makesNumbers)
    .toSorted();
  const hashes = names.map((name) => `${name} ${sha256(readFileSync(new URL(name, source)))}`);
  return sha256(hashes.join('\n'));
}
