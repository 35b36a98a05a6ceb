import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

interface Entry {
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lockfile = resolve(import.meta.dirname, '../package-lock.json');
const packages: Readonly<Record<string, Entry>> = JSON.parse(
  readFileSync(lockfile, 'utf8'),
).packages;

/** Whether the lockfile has a package that the one at `path` would find. */
function isLocked(path: string, name: string): boolean {
  const folder = path === '' ? '' : `${path}/`;
  if (Object.hasOwn(packages, `${folder}node_modules/${name}`)) return true;
  return path !== '' && isLocked(path.replace(/\/?node_modules\/[^/]+(\/[^/]+)?$/, ''), name);
}

it('the lockfile is complete for every machine, else npm ci refuses it on a fresh clone', () => {
  const missing = Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })
      .filter((name) => !isLocked(path, name))
      .map((name) => `${path} → ${name}`),
  );
  expect(missing).toEqual([]);
});

it('the lockfile names no download addresses', () => {
  const addresses = Object.values(packages).map(({ resolved }) => resolved ?? '');
  expect(addresses.filter((address) => address.startsWith('http'))).toEqual([]);
});
