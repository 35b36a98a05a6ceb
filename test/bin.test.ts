import { accessSync, constants, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';

const root = new URL('..', import.meta.url);

it('npx creditlab works in a clone before anything is built: its script is there, and can be executed', () => {
  const shape = z.object({ bin: z.record(z.string(), z.string()) });
  const { bin } = shape.parse(JSON.parse(readFileSync(new URL('package.json', root), 'utf8')));
  expect(Object.keys(bin)).toEqual(['creditlab']);
  expect(() => {
    accessSync(new URL(bin['creditlab'], root), constants.X_OK);
  }).not.toThrow();
});
