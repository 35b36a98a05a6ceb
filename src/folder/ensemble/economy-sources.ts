import { readdirSync, readFileSync } from 'node:fs';
import { minifySync, transformSync } from 'rolldown/utils';
import { sha256 } from '../hash.ts';

/**
 * What can move a number that is counted over an ensemble: people, lenders, institutions and what is measured of them, facts,
 * how a vector becomes a market, and how two institutions are told apart.
 */
const places = [
  ...['engine/', 'institutions/', 'measures/', 'scores/', 'random/', 'math/', 'replicates/'],
  ...['scenario/institutions/', 'scenario/design/', 'findings/ensemble.ts', 'parameters.ts'],
  'evidence/',
];

/**
 * Hash of the code of the economy, by what it does: types, comments and layout do not count, so that who explains a formula
 * better does not make what was counted with it void.
 *
 * @param source the folder src/, or one like it
 */
export function economySource(source: URL): string {
  const names = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && places.some((place) => name.startsWith(place)))
    .toSorted();
  const hashes = names.map(
    (name) => `${name} ${sha256(codeOf(name, readFileSync(new URL(name, source), 'utf8')))}`,
  );
  return sha256(hashes.join('\n'));
}

/** A source as a machine runs it. */
function codeOf(name: string, text: string): string {
  const script = transformSync(name, text, { sourcemap: false, tsconfig: false });
  const short = minifySync(name, script.code, { compress: false, mangle: false });
  const [error] = [...script.errors, ...short.errors];
  if (error) throw new Error(`${name}: ${error.message}`);
  return short.code;
}
