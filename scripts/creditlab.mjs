#!/usr/bin/env node
/**
 * `creditlab` from a clone: installs and builds what is missing or out of date, then runs the program. In an installed
 * package there are no sources, and nothing to prepare.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale, installIfNeeded, root } from './prepare.mjs';

if (existsSync(join(root, 'src'))) {
  installIfNeeded('program');
  buildIfStale();
}
await import('../dist/cli.js');
