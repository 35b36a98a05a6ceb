import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evidence } from '../../src/library/node/evidence.ts';
import { experiment } from '../../src/library/node/verbs.ts';
import { run } from '../../src/library/node/run.ts';
import { temporaryFolder } from '../run/fixture.ts';

const small = { borrowers: 200, quarters: 8, burnIn: 2, replicates: 1, threads: 1 };
const resultsIn = (folder: string) => readFileSync(join(folder, 'results.csv'), 'utf8');

/** Does a run of another scenario in a folder as soon as the work that is given this has begun. */
function meanwhile(folder: string) {
  let other: Promise<unknown> | undefined;
  return {
    onProgress: () => {
      other ??= run('lemons', { ...small, worlds: ['actual'], out: folder });
    },
    done: async () => {
      expect(other).toBeDefined();
      await other;
    },
  };
}

describe('results that came into a folder while something else was simulated for it', () => {
  it('are not mixed with an experiment of another scenario', async () => {
    const folder = temporaryFolder();
    const other = meanwhile(folder);
    const work = { ...small, replicates: 4, borrowers: 4000, out: folder };
    const failure = experiment('karlan-zinman', 'tiny', { ...work, onProgress: other.onProgress });
    await expect(failure).rejects.toThrow(/holds the results of the scenario "lemons"/);
    await other.done();
    expect(resultsIn(folder)).toContain('approval-rate');
  });

  it('are not replaced by evidence', async () => {
    const folder = temporaryFolder();
    const other = meanwhile(folder);
    const work = { only: ['default-level'], borrowers: 1500, replicates: 4, threads: 1 };
    const failure = evidence({ ...work, out: folder, onProgress: other.onProgress });
    await expect(failure).rejects.toThrow(/holds results of another kind/);
    await other.done();
    expect(resultsIn(folder)).toContain('approval-rate');
  });
});
