import { expect, it } from 'vitest';
import type { Parameter } from '../../src/parameters.ts';
import { allParameters as all } from '../parameter-tables.ts';

const isOurs = ({ source }: Parameter) => /^(assumption|calibrated)/.test(source);

it('every assumption says where it may plausibly lie, and why', () => {
  const silent = all.filter(([, parameter]) => isOurs(parameter) && !parameter.plausible);
  const names = silent.map(([name]) => name);
  expect(
    names,
    'these lack a plausible range (src/engine/plausible.ts, or their own file)',
  ).toEqual([]);
  expect(all.every(([, { plausible }]) => !plausible || plausible.reason.length > 5)).toBe(true);
});

it('what is plausible lies within what is allowed, and the default within it', () => {
  const wrong = all.filter(([, parameter]) => {
    if (parameter.kind === 'switch' || !parameter.plausible || !isOurs(parameter)) return false;
    const { min, max, default: usual, plausible } = parameter;
    const { low, high, scale } = plausible;
    const isWithin = min <= low && low <= usual && usual <= high && high <= max;
    const isWhole = parameter.kind !== 'integer' || [low, high].every(Number.isInteger);
    return !(isWithin && low < high && isWhole && (scale === undefined || low > 0));
  });
  expect(wrong.map(([name]) => name)).toEqual([]);
});
