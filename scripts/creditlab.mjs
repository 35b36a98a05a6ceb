#!/usr/bin/env node
/**
 * `creditlab` from a clone: builds what is out of date, then runs the program. Installs nothing: `npm start` does. In an
 * installed package there are no sources, and nothing to prepare.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { goEasyOnFiles } from './handles.mjs';
import { buildIfStale, root } from './prepare.mjs';

goEasyOnFiles();
if (existsSync(join(root, 'src'))) buildIfStale();
await import('../dist/cli.js');
