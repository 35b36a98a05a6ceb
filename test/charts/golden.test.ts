import { it } from 'vitest';
import { isMissing } from '../../src/charts/chart.ts';
import { charts } from '../../src/charts/registry.ts';
import { theme } from '../../src/charts/theme.ts';
import { expectGolden } from '../golden-file.ts';
import { experimentTables } from './experiment-fixture.ts';
import { fixture, fixtureInstitutions } from './fixture.ts';

const institutions = fixtureInstitutions.slice(0, 3);
const inputs = fixture({
  replicates: 4,
  institutions,
  tables: experimentTables(institutions, 4),
});

/**
 * Snapshots, one a kind of figure, not truths: what these charts look like today, so that a change of looks is a decision. Numbers
 * to six digits, since a layout may differ in the last one between machines.
 */
it.each([
  'welfare',
  'adverse-selection-moral-hazard',
  'welfare-rows',
  'default-split',
  'loan-ages',
  'lender-books',
  'dynamics',
  'lemons',
  'lemons-over-time',
  'lemons-dial',
  'agreement',
  'cost-curves',
  'flips-by-third',
  'roc-calibration',
  'score-bands',
  'who-sees-what',
])('the specification of %s is as it was', async (id) => {
  const result = charts.find((one) => one.id === id)?.draw(inputs);
  if (result === undefined || isMissing(result)) throw new Error(`no drawing of ${id}`);
  const rounded = (_: string, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(6)) : value;
  const text = JSON.stringify(result.spec(theme('paper'), 'en'), rounded, 1);
  await expectGolden(`${text}\n`, `charts/${id}.vl.json`);
});
