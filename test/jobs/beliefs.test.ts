import { describe, expect, it } from 'vitest';
import { believer } from '../../src/jobs/index.ts';
import { jobsOf } from '../../src/jobs/job.ts';
import { oneByOne } from '../../src/jobs/one-by-one.ts';
import { beliefsOf, work, workAndPost } from '../../src/jobs/work.ts';
import { loadExternalInstitution } from '../../src/scenario/institutions/external.ts';
import { loadScenario } from '../../src/scenario/load.ts';

const set = ['economy.behaviour.awareness=0.5'];
const scenario = await loadScenario('tiny', { borrowers: 200, quarters: 20, replicates: 1, set });
const jobs = jobsOf(scenario);
const [alone, ...others] = jobs;

describe('what unaware borrowers believe', () => {
  it('is what the job without sharing posts, to the bit', async () => {
    expect(alone.institution.id).toBe('none');
    const { posted } = await workAndPost(alone, loadExternalInstitution);
    expect(posted).toEqual(beliefsOf({ alone: others[0].market, befalls: [] }));
  });

  it('is told by that job where there is one, and found out once where there is none', async () => {
    const markets: string[] = [];
    const posted = beliefsOf({ alone: alone.market, befalls: [] });
    const asked = async (some: typeof jobs) => {
      let count = 0;
      const doing = believer(() => {
        count++;
        return Promise.resolve(posted);
      });
      for (const job of some) {
        await doing(job, (one, posts) => {
          markets.push(`${one.institution.id} ${posts ? 'posts' : one.beliefs ? 'believes' : '-'}`);
          return Promise.resolve({ posted: posts ? posted : undefined });
        });
      }
      return count;
    };
    expect(await asked(jobs)).toBe(0);
    expect(markets).toEqual([
      'none posts',
      ...others.map((job) => `${job.institution.id} believes`),
    ]);
    expect(await asked(others)).toBe(1);
  });

  it('fails with the job that was to tell it', async () => {
    const doing = believer(() => Promise.reject(new Error('asked elsewhere')));
    const lost = () => Promise.reject(new Error('the thread is gone'));
    const first = doing(alone, lost);
    const second = doing(others[0], lost);
    await expect(first).rejects.toThrow('the thread is gone');
    await expect(second).rejects.toThrow('the thread is gone');
  });

  it('changes no number: jobs done together are jobs done alone', async () => {
    const executor = oneByOne(loadExternalInstitution, () => Promise.resolve());
    const together = new Map<string, unknown>();
    const { signal } = new AbortController();
    await executor.run(
      jobs,
      ({ institution }, values) => void together.set(institution.id, values),
      signal,
    );
    for (const job of jobs) {
      expect(together.get(job.institution.id)).toEqual(await work(job, loadExternalInstitution));
    }
  });
});
