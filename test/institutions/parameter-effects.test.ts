import { expect, test } from 'vitest';
import { isRecordColumn } from '../../src/institutions/common.ts';
import { institutions } from '../../src/institutions/registry.ts';
import { safeguardParameters } from '../../src/institutions/safeguards.ts';
import { effects } from './parameter-effects.ts';

test('no parameter of any institution is without an effect that it must have', () => {
  // What guards records is held to what it does in safeguards.test.ts and safeguards.statistics.ts.
  const guards = Object.keys(safeguardParameters);
  const moved = new Set([...Object.values(effects).flatMap(Object.keys), ...guards]);
  const left = Object.values(institutions).flatMap(({ id, parameters }) =>
    Object.keys(parameters)
      .filter((name) => !isRecordColumn(name) && !moved.has(name))
      .map((name) => `${id}: ${name}`),
  );
  expect(left, 'test/institutions/parameter-effects.ts does not say what these do').toEqual([]);
});
