import { readdirSync, readFileSync } from 'node:fs';
import { sha256 } from '../folder/index.ts';

/** Folders whose code decides what a job's numbers are, with all that lies in them. */
const layers = [
  ...['math', 'random', 'institutions', 'scores', 'scenario/institutions', 'paper', 'engine'],
  ...['measures', 'experiments'],
];

/**
 * Hash of the code that makes numbers. It is part of every stored job's name, so that whoever changes a
 * formula never resumes from numbers of the old one, whether or not the version was raised.
 */
export function codeFingerprint(): string {
  const root = new URL('../', import.meta.url);
  const hashes = layers.flatMap((layer) => {
    const folder = new URL(`${layer}/`, root);
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => /(?<!\.d)\.[jt]s$/.test(name))
      .toSorted()
      .map((name) => `${layer}/${name} ${sha256(readFileSync(new URL(name, folder)))}`);
  });
  return sha256(hashes.join('\n'));
}
