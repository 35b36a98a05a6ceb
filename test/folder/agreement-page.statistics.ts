import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dictionary } from '../../src/dictionary.ts';
import { agreement } from '../../src/experiments/agreement/experiment.ts';
import { experimentSamples } from '../../src/experiments/experiment-rows.ts';
import { checkInstitution, checkValues } from '../../src/folder/agreement-page.ts';
import { institutions } from '../../src/institutions/registry.ts';
import { seedKey } from '../../src/random/seed.ts';
import { loadScenario } from '../../src/scenario/load.ts';

const page = readFileSync(new URL('../../docs/measures.md', import.meta.url), 'utf8');
const scenario = await loadScenario('baseline');

it('docs/measures.md is current: its check values come out again (else run "npm run docs:measures")', () => {
  const { borrowers, quarters, burnIn, economy, lenders, seed } = scenario;
  const market = { borrowers, quarters, burnIn, economy, lenders, seed: seedKey(seed, 0) };
  const found = agreement.observe(market, { rules: institutions[checkInstitution].rules({}) });
  const rows = found.map((finding) => ({
    ...finding,
    ...{ scenario: 'baseline', institution: checkInstitution, replicate: 0 },
  }));
  const now = checkValues(experimentSamples(rows, dictionary));
  const printed = /Check value, .*: (.*)\./.exec(page)?.[1]?.split(', ') ?? [];
  expect(printed).toHaveLength(now.length);
  now.forEach((value, m) => {
    const [measure, number] = printed[m].split(' ');
    expect(value.split(' ')[0]).toBe(measure);
    // Six digits are printed; the last may turn with the order of a sum.
    expect(Number(value.split(' ')[1]) / Number(number)).toBeCloseTo(1, 4);
  });
});
