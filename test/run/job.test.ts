import { describe, expect, it } from 'vitest';
import { jobsOf, type Job } from '../../src/jobs/job.ts';
import { keyOf } from '../../src/run/job-key.ts';
import { loadScenario } from '../../src/scenario/load.ts';

const scenario = await loadScenario('tiny');
const [, job] = jobsOf(scenario);
const code = 'code';
const key = (changes: Partial<Job>) => keyOf({ ...job, ...changes }, code);
const { market, institution } = job;

describe('jobs', () => {
  it('are one for each institution and replicate', () => {
    const names = jobsOf(scenario).map((each) => `${each.institution.id}/${each.replicate}`);
    expect(new Set(names).size).toBe(scenario.institutions.length * scenario.replicates);
  });

  it('give every institution the same seed in a replicate, and every replicate its own', () => {
    const seeds = jobsOf(scenario).map((each) => [each.replicate, each.market.seed.join('-')]);
    const distinct = new Set(seeds.map((pair) => pair.join(':')));
    expect(distinct.size).toBe(scenario.replicates);
  });

  it('cross threads unchanged', () => {
    expect(structuredClone(job)).toEqual(job);
  });
});

describe("a job's key", () => {
  const same: [string, Job[]][] = [
    ['more replicates', jobsOf({ ...scenario, replicates: 9 }).slice(1)],
    ['other institutions beside it', jobsOf({ ...scenario, institutions: [institution] })],
    ['another title', jobsOf({ ...scenario, title: 'Other' }).slice(1)],
  ];
  it.each(same)('stays the same with %s', (_, [other]) => {
    expect(keyOf(other, code)).toBe(keyOf(job, code));
  });

  it('stays the same with another label, or a module at another place', () => {
    const module = (path: string, hash: string) =>
      key({ institution: { ...institution, from: { kind: 'module', path, hash } } });
    expect(key({ institution: { ...institution, label: 'Other' } })).toBe(key({}));
    expect(module('/a/x.ts', 'h')).toBe(module('/b/y.ts', 'h'));
    expect(module('/a/x.ts', 'h')).not.toBe(module('/a/x.ts', 'changed'));
  });

  const { economy } = market;
  const other: [string, Partial<Job>][] = [
    ['borrowers', { market: { ...market, borrowers: market.borrowers + 1 } }],
    ['quarters', { market: { ...market, quarters: market.quarters + 1 } }],
    ['the burn-in', { market: { ...market, burnIn: market.burnIn + 1 } }],
    ['the seed', { market: { ...market, seed: [market.seed[0], market.seed[1] + 1] } }],
    ['a lender', { market: { ...market, lenders: market.lenders.toReversed() } }],
    [
      'one number of the economy',
      {
        market: { ...market, economy: { ...economy, search: { ...economy.search, quotes: 1 } } },
      },
    ],
    [
      'the institution',
      { institution: { ...institution, from: { kind: 'built-in', id: 'dual' } } },
    ],
    ['its values', { institution: { ...institution, values: { lag: 3 } } }],
    ['who takes part', { institution: { ...institution, participation: 0.5 } }],
    ['the worlds', { worlds: ['actual'] }],
    ['how sanctions are made', { sanctions: 'relearned' }],
  ];
  it.each(other)('changes with %s', (_, changes) => {
    expect(key(changes)).not.toBe(key({}));
  });

  it('changes with the code that makes the numbers', () => {
    expect(keyOf(job, 'other code')).not.toBe(keyOf(job, code));
  });

  it('does not depend on the order in which keys were written', () => {
    const reversed = Object.fromEntries(Object.entries(market).toReversed()) as typeof market;
    expect(key({ market: reversed })).toBe(key({}));
  });
});
