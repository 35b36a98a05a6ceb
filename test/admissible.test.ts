import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { leastDistance } from '../src/calibration/admissible.ts';
import { baselineSpace } from '../src/calibration/file/baseline-space.ts';
import { pointOf } from '../src/calibration/space.ts';
import { rmsDistance } from '../src/designs/spread.ts';
import { shippedStandings } from '../src/folder/ensemble/standings-file.ts';
import { simulateScenario } from '../src/jobs/index.ts';
import { inProcess } from '../src/run/in-process.ts';
import { pointsOf, scenarioAt } from '../src/scenario/design/index.ts';
import { loadScenario } from '../src/scenario/load.ts';

/** The shipped economies that fit; nothing is asked where none are shipped. */
const file = 'scenarios/admissible-us.csv';
const golden = 'test/golden/admissible-us.csv';

interface Probed {
  readonly point: string;
  readonly institution: string;
  readonly measure: string;
  readonly value: string;
}

describe.runIf(existsSync(file))('the shipped admissible set', () => {
  // What stands here is run even where nothing is asked.
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const rows: Record<string, string>[] = parse(text, { columns: true });

  it('holds vectors of the baseline’s free parameters, within their ranges and apart, each with its start and seeds', () => {
    const keys = baselineSpace.map(({ key }) => key);
    expect(Object.keys(rows[0])).toEqual([...keys, 'start', 'seeds']);
    const points = rows.map((row) =>
      pointOf(
        baselineSpace,
        keys.map((key) => Number(row[key])),
      ),
    );
    rows.forEach((row) => {
      baselineSpace.forEach(({ key, low, high }) => {
        expect(Number(row[key])).toBeGreaterThanOrEqual(low);
        expect(Number(row[key])).toBeLessThanOrEqual(high);
      });
      expect(row.start).toMatch(/^(start-\d|origin)$/);
    });
    points.forEach((point, k) => {
      for (const other of points.slice(0, k)) {
        expect(rmsDistance(point, other)).toBeGreaterThanOrEqual(leastDistance - 1e-9);
      }
    });
  });

  it('gives, at five vectors in a small market, the numbers that are kept, to the bit (else npm run docs:ensemble)', async () => {
    const kept: Probed[] = parse(readFileSync(golden, 'utf8'), { columns: true });
    const institutions = [...new Set(kept.map(({ institution }) => institution))];
    const scenario = await loadScenario('baseline', {
      ...{ ensemble: 'admissible-us', institutions, reference: 'none', worlds: ['actual'] },
      ...{ borrowers: 400, quarters: 20, burnIn: 8, replicates: 1 },
    });
    if (!scenario.design) throw new Error('an ensemble is a design');
    const points = pointsOf(scenario, scenario.design);
    const found = new Map<string, number>();
    for (let k = 0; k < 5; k++) {
      const point = points.at(k);
      const plain = scenarioAt(scenario, point);
      const means = { executor: inProcess, signal: new AbortController().signal };
      for (const { quarter, institution, measure, value } of await simulateScenario(plain, means)) {
        if (quarter === null) found.set(`${point.name} ${institution} ${measure}`, value);
      }
    }
    expect(kept.length).toBeGreaterThan(50);
    for (const { point, institution, measure, value } of kept) {
      expect(found.get(`${point} ${institution} ${measure}`)).toBe(Number(value));
    }
  });

  it('is the file over which the shipped counts were made', () => {
    const standings = shippedStandings();
    expect(standings?.file).toBe(createHash('sha256').update(text).digest('hex'));
    expect(standings?.vectors).toBe(rows.length);
  });
});
