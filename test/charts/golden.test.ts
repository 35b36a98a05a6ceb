import { expect, it } from 'vitest';
import { isMissing } from '../../src/charts/chart.ts';
import { charts } from '../../src/charts/registry.ts';
import { theme } from '../../src/charts/theme.ts';
import { fixture } from './fixture.ts';

/**
 * Snapshots, not truths: what these charts look like today, so that a change of looks is a decision. Numbers
 * to six digits, since a layout may differ in the last one between machines.
 */
it.each(['adverse-selection-moral-hazard', 'welfare-rows', 'differences'])(
  'the specification of %s is as it was',
  async (id) => {
    const result = charts.find((one) => one.id === id)?.draw(fixture({ replicates: 4 }));
    if (result === undefined || isMissing(result)) throw new Error(`no drawing of ${id}`);
    const rounded = (_: string, value: unknown) =>
      typeof value === 'number' ? Number(value.toPrecision(6)) : value;
    const text = JSON.stringify(result.spec(theme('paper'), 'en'), rounded, 1);
    await expect(`${text}\n`).toMatchFileSnapshot(`../golden/charts/${id}.vl.json`);
  },
);
