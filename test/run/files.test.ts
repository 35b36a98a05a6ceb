import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { requireWritable } from '../../src/run/files.ts';

// Even for the administrator nothing can be made there.
it.runIf(existsSync('/proc/self'))('a folder that cannot be made is refused at once', () => {
  expect(() => requireWritable('/proc/nowhere/results')).toThrow(UserError);
});
