import { readFileSync, writeFileSync } from 'node:fs';
import { generatedDocs } from './docs-content.ts';

for (const [path, text] of await generatedDocs((page) => readFileSync(page, 'utf8')))
  writeFileSync(path, text);
