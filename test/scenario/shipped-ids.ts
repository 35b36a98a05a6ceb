import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenarioFolder } from '../../src/scenario/disk.ts';

/** The page on scenarios. */
export const page = readFileSync(join(scenarioFolder, 'README.md'), 'utf8');

/** Ids of the scenarios that the page names. Users keep their own beside them, which tests leave alone. */
export const shippedIds = Array.from(
  page.matchAll(/^\| \[.*?\]\((.*?)\.yaml\)/gm),
  ([, id = '']) => id,
);
