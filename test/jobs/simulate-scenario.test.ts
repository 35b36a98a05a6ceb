import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inOrderOfRecord, simulateScenario, type Progress } from '../../src/jobs/index.ts';
import { storeIn } from '../../src/run/store/store.ts';
import { keptIn as kept } from '../../src/run/job-key.ts';
import { entriesIn } from '../../src/run/store/store-files.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { scripted, temporaryFolder } from '../run/fixture.ts';

const scenario = await loadScenario('tiny', { replicates: 4 });
const { signal } = new AbortController();
const plain = await simulateScenario(scenario, { executor: scripted().executor, signal });

const keptIn = (folder: string) => kept(storeIn([folder]), 'code');

describe('rows of a scenario', () => {
  it('come in the same order whatever order jobs finish in', async () => {
    const { executor } = scripted({ backwards: true });
    expect(await simulateScenario(scenario, { executor, signal })).toEqual(plain);
  });

  it('do not depend on the order in which the scenario names its institutions', async () => {
    const reversed = { ...scenario, institutions: scenario.institutions.toReversed() };
    const { executor } = scripted();
    expect(await simulateScenario(reversed, { executor, signal })).toEqual(plain);
    expect(inOrderOfRecord(reversed)).toEqual(inOrderOfRecord(scenario));
  });

  it('carry the scenario, institution and replicate that they are of', () => {
    expect(new Set(plain.map((row) => row.scenario))).toEqual(new Set(['tiny']));
    expect(new Set(plain.map((row) => row.replicate))).toEqual(new Set([0, 1, 2, 3]));
    expect(new Set(plain.map((row) => row.institution))).toEqual(
      new Set(['none', 'government-led', 'full-sharing']),
    );
  });
});

describe('a run that is stopped', () => {
  it.each([0, 1, 5, 11])('after %i jobs goes on from there and ends the same', async (k) => {
    const store = keptIn(temporaryFolder());
    const broken = scripted({ powerFailsAfter: k });
    const first = simulateScenario(scenario, { executor: broken.executor, store, signal });
    await expect(first).rejects.toThrow('power failure');

    const second = scripted();
    const rows = await simulateScenario(scenario, { executor: second.executor, store, signal });
    expect(rows).toEqual(plain);
    expect(broken.done).toHaveLength(k);
    expect(second.done).toHaveLength(12 - k);
    expect(second.done.filter((job) => broken.done.includes(job))).toEqual([]);
  });

  it('ends with the reason of the signal and keeps what was finished', async () => {
    const folder = temporaryFolder();
    const stop = new AbortController();
    const reason = new Error('Ctrl-C');
    const onProgress = ({ done }: Progress) => {
      if (done === 3) stop.abort(reason);
    };
    const { executor } = scripted();
    const run = simulateScenario(scenario, {
      ...{ executor, onProgress, signal: stop.signal },
      store: keptIn(folder),
    });
    await expect(run).rejects.toBe(reason);
    expect([...entriesIn(folder)]).toHaveLength(3);
  });

  it('does again only the job whose numbers were spoilt', async () => {
    const folder = temporaryFolder();
    const store = keptIn(folder);
    await simulateScenario(scenario, { executor: scripted().executor, store, signal });
    const file = join(folder, readdirSync(folder)[0]);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('"welfare":0.', '"welfare":1.'));
    const again = scripted();
    const rows = await simulateScenario(scenario, { executor: again.executor, store, signal });
    expect(again.done).toHaveLength(1);
    expect(rows).toEqual(plain);
  });
});

describe('a run that is extended', () => {
  it('by replicates does only those, and changes no earlier row', async () => {
    const store = keptIn(temporaryFolder());
    await simulateScenario(scenario, { executor: scripted().executor, store, signal });
    const more = scripted();
    const longer = { ...scenario, replicates: 6 };
    const rows = await simulateScenario(longer, { executor: more.executor, store, signal });
    expect(more.done.every((job) => /\/[45]$/.test(job))).toBe(true);
    expect(more.done).toHaveLength(6);
    expect(rows.filter((row) => row.replicate < 4)).toEqual(plain);
  });

  it('by an institution does only that, and changes no earlier row', async () => {
    const store = keptIn(temporaryFolder());
    const fewer = { ...scenario, institutions: scenario.institutions.slice(0, 2) };
    await simulateScenario(fewer, { executor: scripted().executor, store, signal });
    const more = scripted();
    const rows = await simulateScenario(scenario, { executor: more.executor, store, signal });
    const added = scenario.institutions[2].id;
    expect(more.done).toEqual([0, 1, 2, 3].map((replicate) => `${added}/${replicate}`));
    expect(rows).toEqual(plain);
  });

  it('tells how much was there already', async () => {
    const store = keptIn(temporaryFolder());
    await simulateScenario(scenario, { executor: scripted().executor, store, signal });
    const seen: Progress[] = [];
    const means = { executor: scripted().executor, store, signal };
    await simulateScenario(
      { ...scenario, replicates: 5 },
      { ...means, onProgress: (progress) => seen.push(progress) },
    );
    expect(seen[0]).toEqual({ done: 12, total: 15, reused: 12 });
    expect(seen.at(-1)).toEqual({ done: 15, total: 15, reused: 12 });
  });
});
