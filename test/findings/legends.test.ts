import { expect, it } from 'vitest';
import { designLegend, legend } from '../../src/findings/index.ts';
import type { SummaryRow } from '../../src/measures/index.ts';
import { parse, small } from '../scenario/in-memory.ts';

const row = (over: Partial<SummaryRow>): SummaryRow => ({
  ...{ scenario: 'here', institution: 'full-sharing', world: 'actual', measure: 'welfare' },
  ...{ unit: 'share of a mean loan per application', n: 4, mean: 0.2, standardError: 0.01 },
  ...{ low: 0.17, high: 0.23, reference: 'none', difference: 0.01, differenceStandardError: 0.001 },
  ...{ differenceLow: 0.007, differenceHigh: 0.013, pairs: 4, adjustedP: 0.01, pairingGain: 6 },
  ...over,
});

it.each([
  [604.4, '600 times'],
  [1.01, '1 times'],
  [12.3, '12 times'],
])('what pairing saves is a number as people write it: %d', async (pairingGain, words) => {
  const text = legend(await parse(small), [row({ pairingGain })]).join(' ');
  expect(text).toContain(`would need ${words} the replicates`);
});

it('a table of points explains its signs, and what many looks do', async () => {
  const scenario = await parse(small);
  const points = [{ name: 'p-1', values: [1], frozen: [], summary: [row({})] }];
  const text = designLegend(scenario, points).join(' ');
  expect(text).toMatch(/± half of the 95% interval .* \* reference: No sharing/u);
  expect(text).toContain('≈ cannot be told apart');
  expect(text).toContain('Each point is tested by itself');
  const alone = designLegend({ ...scenario, replicates: 1 }, points).join(' ');
  expect(alone).not.toContain('by itself');
});
