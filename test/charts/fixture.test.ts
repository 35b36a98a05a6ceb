import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { resultMeasures } from '../../src/measures/result-measures.ts';
import { experimentTables } from './experiment-fixture.ts';
import { fixture } from './fixture.ts';
import { files } from '../source-imports.ts';

/** What is drawn without a row of its own is drawn empty, and no test of a chart would see it. */
it('the fixture has every measure that charts name', () => {
  const measureOf = (row: Readonly<Record<string, unknown>>) => String(row['measure']);
  const tables = Object.values(experimentTables()).flatMap((table) => table.map(measureOf));
  const { rows, summary } = fixture();
  const measures = [...rows, ...summary].map(({ measure }) => measure);
  const given = new Set([...measures, ...tables].map((id) => id.split('@')[0]));
  const known = new Set(resultMeasures.map(({ id }) => id));
  // Charts of the paper draw no measure.
  const charts = files.filter((name) => /^charts\/(?!paper\/)/.test(name));
  const lacking = charts.flatMap((name) => {
    const source = readFileSync(new URL(`../../src/${name}`, import.meta.url), 'utf8');
    const named = new Set(Array.from(source.matchAll(/'([a-z0-9-]+)'/g), ([, id]) => id));
    return [...named]
      .filter((id) => known.has(id) && !given.has(id) && !id.endsWith('-relearned'))
      .map((id) => `src/${name} draws ${id}, which test/charts/fixture.ts lacks`);
  });
  expect(charts.length).toBeGreaterThan(50);
  expect(lacking).toEqual([]);
});
