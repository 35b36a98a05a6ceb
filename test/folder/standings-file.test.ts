import { describe, expect, it } from 'vitest';
import { standingsAt, verdict } from '../../src/findings/index.ts';
import { economyFingerprint } from '../../src/folder/ensemble/economy-fingerprint.ts';
import {
  admissibleCounts,
  admissibleFacts,
  shippedStandings,
  standingsText,
  type KeptStandings,
} from '../../src/folder/ensemble/standings-file.ts';
import { resultDictionary } from '../../src/measures/result-measures.ts';
import type { Row } from '../../src/measures/row.ts';
import { samplesOf } from '../../src/replicates/index.ts';
import { loadScenario } from '../../src/scenario/load.ts';

const scenario = await loadScenario('tiny', { replicates: 4 });
const [none, government, sharing] = scenario.institutions.map(({ id }) => id);

/** Welfare by institution, in four seeds with the same luck. */
const rows = (by: Readonly<Record<string, number>>): Row[] =>
  Object.entries(by).flatMap(([institution, level]) =>
    [0.1, -0.2, 0.3, 0].map((luck, replicate) => ({
      ...{ scenario: 'tiny', institution, world: 'actual', replicate, quarter: null },
      ...{ measure: 'welfare', value: level + luck + 0.001 * replicate * level },
    })),
  );
const vectors = [
  { none: 1, gov: 2, full: 3 },
  { none: 1, gov: 3, full: 2 },
  { none: 2, gov: 2.5, full: 3 },
];
const points = vectors.map(({ none: a, gov: b, full: c }, k) => {
  const samples = samplesOf(rows({ [none]: a, [government]: b, [sharing]: c }), resultDictionary);
  const standings = standingsAt(samples, [none, government, sharing]);
  const digest = { name: `p-${k}`, values: [], frozen: [], summary: [], start: `start-${k}` };
  return { ...digest, ...(standings && { standings }) };
});

function keptOf(): KeptStandings {
  const text = standingsText(scenario, points) ?? '';
  const shipped = shippedStandings();
  return { ...JSON.parse(text), ...(shipped?.file !== undefined && { file: shipped.file }) };
}

describe('counts over economies that fit', () => {
  it('are written with the hash of the economy and of each market', () => {
    const kept = keptOf();
    expect(kept).toMatchObject({ vectors: 3, seeds: 4, economy: economyFingerprint });
    expect(Object.keys(kept.markets).toSorted()).toEqual([none, government, sharing].toSorted());
    expect(standingsText(scenario, [])).toBeUndefined();
    const left = points.map((point) => ({ ...point, leftOut: 'froze' }));
    expect(standingsText(scenario, left)).toBeUndefined();
  });

  it('are told in the verdict where engine and markets are those', () => {
    const admissible = admissibleCounts(scenario, keptOf());
    expect(admissible?.kind).toBe('counted');
    const labels = new Map(scenario.institutions.map(({ id, label }) => [id, label]));
    const answers = verdict(rows({ [none]: 1, [government]: 2, [sharing]: 3 }), {
      ...{ labels, reference: none, admissible },
    });
    const said = answers.flatMap(({ sentences }) => sentences).join('\n');
    expect(said).toContain(
      `${labels.get(sharing)} is ahead of ${labels.get(government)} in 2 and behind in 1`,
    );
    expect(said).toContain('never a probability');
  });

  it('give way to how to count anew with another engine, or in another economy', async () => {
    const other = admissibleCounts(scenario, { ...keptOf(), economy: 'of old' });
    expect(other).toMatchObject({ kind: 'command', flags: expect.stringContaining('--ensemble') });
    const set = ['economy.behaviour.awareness=0.5'];
    const changed = await loadScenario('tiny', { replicates: 4, set });
    expect(admissibleCounts(changed, keptOf())?.kind).toBe('command');
    expect(
      admissibleCounts({ ...scenario, institutions: scenario.institutions.slice(0, 1) }, keptOf()),
    ).toBeUndefined();
  });

  it('hold for facts of the same markets only', async () => {
    const facts = [{ fact: 'apr-level', inside: 2, outside: 1, unsure: 0 }];
    expect(admissibleFacts(scenario, { ...keptOf(), facts })).toEqual(facts);
    expect(admissibleFacts(scenario, { ...keptOf(), facts, economy: 'of old' })).toBeUndefined();
    const changed = await loadScenario('tiny', { set: ['economy.hazard.own=4'] });
    expect(admissibleFacts(changed, { ...keptOf(), facts })).toBeUndefined();
  });
});
