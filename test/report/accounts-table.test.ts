import { describe, expect, it } from 'vitest';
import { accountsTable } from '../../src/report/accounts-table.ts';
import { loadScenario } from '../../src/scenario/load.ts';

const scenario = await loadScenario('registry-2028');
const reforms = [
  'money-borrowers',
  'money-lenders',
  'money-revenue',
  'money-cost',
  'money-welfare',
].map((measure) => ({
  ...{ reform: 'registry-only', without: 'bureaus', measure, span: 'long-run' },
  ...{ from: 69, to: 76, mean: 1, low: 0, high: 2 },
}));
const inputs = {
  scenario,
  rows: [],
  summary: [],
  tables: { reforms },
  economy: 'assumption',
} as const;
const notesOf = (values: Record<string, number>) => {
  const institutions = scenario.institutions.map((one) =>
    one.id === 'registry-only' ? { ...one, values } : one,
  );
  const run = { scenario: { ...scenario, institutions }, inputs } as unknown;
  return accountsTable(run as Parameters<typeof accountsTable>[0], 'en')?.notes.join(' ');
};

describe('the accounts of a reform', () => {
  it('say where the losses by leaks stand, where records may leak', () => {
    expect(notesOf({ 'registry.leakChance': 0.001 })).toContain('lose by leaks');
    expect(notesOf({ leakChance: 0 })).not.toContain('leaks');
    expect(notesOf({})).toContain('= welfare.');
  });
});
